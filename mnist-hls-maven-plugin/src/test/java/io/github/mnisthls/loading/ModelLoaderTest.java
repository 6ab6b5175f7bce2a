/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are known by what they hold, whatever they are called. */
class ModelLoaderTest {
    private static final Shape SHAPE = new Shape(1, 28, 28);

    private final ModelLoader loader = new ModelLoader(new ChildJvm(List.of(Path.of("none.jar"))), 256);

    @TempDir
    Path folder;

    @Test
    void healthyFilesOfOthersAreNamed() throws IOException {
        refuses(file("model.onnx", "\u0080\u0002}q"), "PyTorch");
        refuses(file("weights.bin", "\u0010\0\0\0\0\0\0\0{\"conv.weight\":{}}"), "safetensors");
        refuses(zip("lenet.pt", "lenet/data.pkl"), "PyTorch");
    }

    @Test
    void filesOfKerasAreReadAsSuch() throws IOException {
        refuses(file("model.zip", "\u0089HDF\r\n\u001a\n and more"), "not a complete HDF5 file");
        refuses(zip("mnist.zip", "model.weights.h5"), "holds no config.json", "model.save(");
        refuses(file("mnist.json", "{\"class_name\": \"Sequential\"}"), "mnist_weights.h5");
    }

    @Test
    void othersAreTakenForDl4jsZips() throws IOException {
        Path some = zip("some.zip", "readme.txt");
        assertThat(loader.isDl4j(some)).isTrue();
        assertThat(loader.isDl4j(folder)).isFalse();
        refuses(some, "readme.txt");
        refuses(file("some.zip", "PK nothing"), "not a complete zip file");
        refuses(file("README.md", "nothing"), "it is a file of unknown format", "Name an ONNX file");
        refuses(folder.resolve("nowhere.zip"), "no such file");
    }

    @Test
    void pixelsAreScaledAsThePomSaysUnlessTheModelTells() {
        PixelScaling centered = new PixelScaling(List.of(0.5), List.of(2.0));
        PixelScaling other = new PixelScaling(List.of(0.1307), List.of(3.25));

        assertThat(loadedPixels(PixelScaling.UNIT, PixelScaling.UNIT)).isEqualTo(PixelScaling.UNIT);
        assertThat(loadedPixels(PixelScaling.UNIT, centered)).isEqualTo(centered);
        assertThat(loadedPixels(centered, PixelScaling.UNIT)).isEqualTo(centered);
        assertThat(loadedPixels(centered, centered)).isEqualTo(centered);
        assertThatThrownBy(() -> loadedPixels(centered, other))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<inputMean>", "0.5", "0.1307");
    }

    @Test
    void filesThatAreReadWithAModelAreKnown() throws IOException {
        Path json = file("lenet.json", "{}");
        Path weights = file("lenet_weights.h5", "");
        file("other_weights.h5", "");

        assertThat(loader.beside(json)).containsExactly(weights);
        assertThat(loader.beside(file("lenet.zip", "PK"))).isEmpty();
        assertThat(loader.beside(file("damaged.onnx", "no"))).isEmpty();
    }

    private PixelScaling loadedPixels(PixelScaling told, PixelScaling set) {
        Dense dense = new Dense("dense", 2, false);
        Architecture architecture = new Architecture("small", SHAPE, told, List.of(new Node(dense, List.of(0))));
        Network network = new Network(
                architecture,
                Map.of("dense", new NamedParameters(Map.of("weights", FloatVector.of(new float[2 * SHAPE.size()])))));
        NetworkFolder.write(network, folder);
        return loader.load(
                        new ModelSettings(
                                folder, Optional.empty(), Optional.empty(), Optional.empty(), set, Optional.empty()),
                        SHAPE,
                        folder.resolve("work"))
                .network()
                .architecture()
                .pixels();
    }

    private void refuses(Path model, String... words) {
        assertThatThrownBy(() -> loader.load(ModelSettings.of(model), SHAPE, folder.resolve("work")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(words);
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path zip(String name, String entry) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return file;
    }
}
