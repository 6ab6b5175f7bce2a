/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads a model that a user has. Its form is told by its content. */
public final class ModelLoader {
    static final int HEAD_BYTES = 64;

    private static final String CONVERT = "Export the network as ONNX, or as a folder of raw float32 files.";

    private final List<ModelFormat> formats;
    private final ModelFormat dl4j;

    /**
     * A loader.
     *
     * @param jvm       how to start a child for DL4J's zips
     * @param memoryMiB for that child as a whole
     */
    public ModelLoader(ChildJvm jvm, int memoryMiB) {
        dl4j = new Dl4jFormat(jvm, memoryMiB);
        // The last one takes whatever is left.
        formats = List.of(
                new RawFolder(),
                new KerasFormat(FileSigns::hdf5, KerasModel::hdf5),
                new KerasFormat(FileSigns::keras, KerasModel::zip),
                new KerasFormat(FileSigns::json, KerasModel::json),
                new ForeignFormat("a file of safetensors", FileSigns::safetensors, CONVERT),
                new ForeignFormat("a pickle of PyTorch, which can hold code", FileSigns::torch, CONVERT),
                new OnnxFormat(),
                dl4j);
    }

    /**
     * Loads a model.
     *
     * @param model  a folder or a file
     * @param input  shape of the images that it will be given
     * @param pixels what it sees of them, unless the model tells that itself
     * @param folder owned by the loading; what readers write goes there
     * @throws InvalidSettingException if the model is damaged, not supported, or made for other images
     */
    public Network load(Path model, Shape input, PixelScaling pixels, Path folder) {
        Network network = format(model).read(model, input, folder);
        if (!network.architecture().input().equals(input)) {
            throw ModelFile.refused(
                    model,
                    "it was made for images of " + network.architecture().input() + ", and the data set's are " + input,
                    "Use the data set that it was trained with.");
        }
        return network.seeing(scaling(network.architecture().pixels(), pixels));
    }

    /** Whether DL4J can read the model as it is. */
    public boolean isDl4j(Path model) {
        return format(model) == dl4j;
    }

    private ModelFormat format(Path model) {
        byte[] head = head(model);
        return formats.stream()
                .filter(format -> format.recognizes(head, model))
                .findFirst()
                .orElseThrow();
    }

    /** Most forms tell nothing, which is read as 0 to 1. */
    private static PixelScaling scaling(PixelScaling told, PixelScaling set) {
        if (told.equals(PixelScaling.UNIT) || told.equals(set)) {
            return set;
        }
        if (set.equals(PixelScaling.UNIT)) {
            return told;
        }
        throw new InvalidSettingException(
                Settings.INPUT_MEAN,
                set.means() + ", scale " + set.scales(),
                "the model tells its own: mean " + told.means() + ", scale " + told.scales(),
                "Leave out <inputMean> and <inputScale>, or set them to what the model tells.");
    }

    private static byte[] head(Path model) {
        if (!Files.isRegularFile(model)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(model)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + model, e);
        }
    }
}
