/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFolderTest {
    /** No two extents alike, so that no order can be taken for another: the flattened image is 3x2x4. */
    private static final Architecture ARCHITECTURE = new Architecture(
            "odd",
            new Shape(2, 5, 9),
            List.of(
                    new Conv2d("conv", 3, new Window(2, 3, 1, 1, new Padding(0, 1, 1, 0))),
                    new Relu("relu"),
                    new MaxPool("pool", new Window(2, 2, 2, 2, Padding.NONE)),
                    new Flatten("flatten"),
                    new BatchNorm("norm", 1e-4),
                    new Dropout("dropout", 0.3),
                    new Dense("dense", 7)));

    private static final Shape IMAGE = new Shape(3, 2, 4);

    @TempDir
    Path folder;

    private Network network;

    @BeforeEach
    void write() {
        network = new Network(
                ARCHITECTURE,
                Map.of(
                        "conv", new AffineParameters(values(36), values(3)),
                        "norm", new NormParameters(values(24), values(24), values(24), values(24)),
                        "dense", new AffineParameters(values(168), values(7))));
        NetworkFolder.write(network, folder);
    }

    @Test
    void comesBackUnchanged() {
        assertThat(NetworkFolder.read(folder)).isEqualTo(network);
    }

    @Test
    void valuesAreLittleEndianFloatsInFilesOfTheirOwn() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("conv_bias.bin"));

        assertThat(bytes).hasSize(12);
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(4))
                .isEqualTo(network.affine(layer("conv")).bias().get(1));
    }

    /** Keras' orders: HWIO, inputs by outputs, channels last before flattening. */
    @Test
    void channelsLastComesBackAsChannelsFirst() throws IOException {
        AffineParameters conv = network.affine(layer("conv"));
        float[] hwio = new float[36];
        for (int filter = 0; filter < 3; filter++) {
            for (int channel = 0; channel < 2; channel++) {
                for (int row = 0; row < 2; row++) {
                    for (int column = 0; column < 3; column++) {
                        hwio[((row * 3 + column) * 2 + channel) * 3 + filter] =
                                conv.weights().get(((filter * 2 + channel) * 2 + row) * 3 + column);
                    }
                }
            }
        }
        AffineParameters dense = network.affine(layer("dense"));
        NormParameters norm = network.norm(layer("norm"));
        float[] inputsByOutputs = new float[168];
        Map<String, float[]> features = new HashMap<>();
        for (String what : List.of("gamma", "beta", "mean", "variance")) {
            features.put(what, new float[24]);
        }
        for (int channel = 0; channel < 3; channel++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 4; column++) {
                    int first = (channel * 2 + row) * 4 + column;
                    int last = (row * 4 + column) * 3 + channel;
                    for (int unit = 0; unit < 7; unit++) {
                        inputsByOutputs[last * 7 + unit] = dense.weights().get(unit * 24 + first);
                    }
                    features.get("gamma")[last] = norm.gamma().get(first);
                    features.get("beta")[last] = norm.beta().get(first);
                    features.get("mean")[last] = norm.mean().get(first);
                    features.get("variance")[last] = norm.variance().get(first);
                }
            }
        }
        overwrite("conv_weights.bin", hwio);
        overwrite("dense_weights.bin", inputsByOutputs);
        for (Map.Entry<String, float[]> entry : features.entrySet()) {
            overwrite("norm_" + entry.getKey() + ".bin", entry.getValue());
        }
        edit("\"OIHW\"", "\"HWIO\"");
        edit("\"OI\"", "\"IO\"");
        edit("\"CHW\"", "\"hwc\"");

        assertThat(NetworkFolder.read(folder)).isEqualTo(network);
        assertThat(Flattening.imageOf(ARCHITECTURE, 6)).isEqualTo(IMAGE);
    }

    /** As PyTorch leaves it out before a batch normalization. */
    @Test
    void aLayerWithoutBiasHasNoFile() throws IOException {
        Files.delete(folder.resolve("conv_bias.bin"));
        edit("\"filters\" : 3", "\"filters\" : 3, \"bias\" : false");

        AffineParameters conv = NetworkFolder.read(folder).affine(layer("conv"));

        assertThat(conv.bias()).isEqualTo(FloatVector.of(new float[3]));
        assertThat(conv.weights()).isEqualTo(network.affine(layer("conv")).weights());
    }

    @Test
    void missingLayoutIsPyTorchs() throws IOException {
        Path file = folder.resolve(NetworkFolder.DESCRIPTION);
        String json = Files.readString(file);
        Files.writeString(file, json.replaceFirst("(?s),\\s*\"layout\" : \\{[^}]*\\}", ""));

        assertThat(Files.readString(file)).doesNotContain("layout");
        assertThat(NetworkFolder.read(folder)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"OIHW\" | \"OHWI\" | convolution",
                "\"relu\" | \"gelu\" | gelu",
                "\"type\" : \"conv\" | \"type\" : 3 | it must be text",
                "\"filters\" : 3 | \"filters\" : 3.5 | it must be a whole number",
                "\"filters\" : 3 | \"filters\" : 4 | conv_weights.bin",
                "\"filters\" : 3 | \"filters\" : 0 | must be at least 1",
                "\"units\" : 7 | \"unit\" : 7 | 'unit': this layer has no such property",
                "\"layers\" | \"layer\" | 'layers' is missing",
                "\"filters\" : 3 | \"filters\" : 3, \"groups\" : 2 | groups",
                "\"filters\" : 3 | \"filters\" : 3, \"bias\" : 0 | it must be true or false",
                "\"units\" : 7 | \"units\" : 7, \"activation\" : \"relu\" | activation",
                "\"layers\" | \"opset\" : 7, \"layers\" | opset",
                "\"filters\" : 3 | \"filters\" : 3, \"filters\" : 3 | the key 'filters' occurs twice",
                "\"flatten\", | | not JSON",
            })
    void whatIsNotSupportedIsRefusedByName(String from, String to, String named) throws IOException {
        edit(from, to == null ? "" : to);

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void valuesThatAreNoNumbersAreRefused(float bad) throws IOException {
        float[] values = network.affine(layer("dense")).weights().toArray();
        values[5] = bad;
        overwrite("dense_weights.bin", values);

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("dense_weights.bin", "value 5", "finite");
    }

    @Test
    void filesOfTheWrongLengthAreRefused() throws IOException {
        Files.write(folder.resolve("conv_bias.bin"), new byte[11]);

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("conv_bias.bin", "11 bytes", "3 float32 values take 12 bytes");
    }

    @Test
    void theOtherByteOrderIsTold() throws IOException {
        Path file = folder.resolve("dense_weights.bin");
        float[] values = network.affine(layer("dense")).weights().toArray();
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.BIG_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        Files.write(file, bytes.array());

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("dense_weights.bin", "big-endian", "Write it little-endian");
    }

    @Test
    void negativeVariancesAreToldByFileAndLayer() throws IOException {
        float[] values = network.norm(layer("norm")).variance().toArray();
        values[1] = -0.5f;
        overwrite("norm_variance.bin", values);

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("norm_variance.bin value 1", "layer 'norm'", "'-0.5'", "never negative");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(folder.resolve("norm_mean.bin"));

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("norm_mean.bin", "missing");
    }

    /** A layer's name becomes a file's name, so it must not lead out of the folder. */
    @Test
    void pathsInNamesAreRefused() throws IOException {
        edit("\"name\" : \"dense\"", "\"name\" : \"../dense\"");

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("../dense");
    }

    private static Layer layer(String name) {
        return ARCHITECTURE.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve(NetworkFolder.DESCRIPTION);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private void overwrite(String name, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        Files.write(folder.resolve(name), bytes.array());
    }

    private static FloatVector values(int count) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return FloatVector.of(values);
    }
}
