/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.settings.InvalidSettingException;
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

    /**
     * A loader.
     *
     * @param jvm       how to start a child for DL4J's zips
     * @param memoryMiB for that child as a whole
     */
    public ModelLoader(ChildJvm jvm, int memoryMiB) {
        // The last one takes whatever is left.
        formats = List.of(
                new RawFolder(),
                new ForeignFormat("an HDF5 file, as Keras 1 and 2 write it", FileSigns::hdf5, CONVERT),
                new ForeignFormat("a model of Keras 3", FileSigns::keras, CONVERT),
                new ForeignFormat("a file of safetensors", FileSigns::safetensors, CONVERT),
                new ForeignFormat("a pickle of PyTorch, which can hold code", FileSigns::torch, CONVERT),
                new OnnxFormat(),
                new Dl4jZip(jvm, memoryMiB));
    }

    /**
     * Loads a model.
     *
     * @param model  a folder or a file
     * @param input  shape of the images that it will be given
     * @param folder owned by the loading; what readers write goes there
     * @throws InvalidSettingException if the model is damaged, not supported, or made for other images
     */
    public Network load(Path model, Shape input, Path folder) {
        byte[] head = head(model);
        Network network = formats.stream()
                .filter(format -> format.recognizes(head, model))
                .findFirst()
                .orElseThrow()
                .read(model, input, folder);
        if (!network.architecture().input().equals(input)) {
            throw ModelFile.refused(
                    model,
                    "it was made for images of " + network.architecture().input() + ", and the data set's are " + input,
                    "Use the data set that it was trained with.");
        }
        return network;
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
