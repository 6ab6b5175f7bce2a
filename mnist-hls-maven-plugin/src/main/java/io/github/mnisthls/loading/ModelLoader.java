/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.weights.WeightFile;
import io.github.mnisthls.network.Network;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a model that a user has. Its form is told by its content. */
public final class ModelLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);

    static final int HEAD_BYTES = 64;

    private static final String CONVERT = "Export the network as ONNX, or as a folder of raw float32 files.";

    private static final String FORMS =
            "Name an ONNX file, a Keras model (.keras, .h5, or .json next to its weights), weights as .safetensors"
                    + " or .npz, a zip of DL4J, or a folder of raw floats; save or copy it again if it should be one.";

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
                new WeightsFormat("a file of safetensors", FileSigns::safetensors, WeightFile::safetensors),
                new WeightsFormat("an .npz of arrays", FileSigns::npz, WeightFile::npz),
                new ForeignFormat("a pickle of PyTorch, which can hold code", FileSigns::torch, CONVERT),
                new OnnxFormat(),
                new ForeignFormat("a file of unknown format", FileSigns::unknown, FORMS),
                dl4j);
    }

    /**
     * Loads a model.
     *
     * @param images shape of those of the data set
     * @param folder owned by the loading; what readers write goes there
     * @return with a network that sees of the pixels what the model or else the settings tell
     * @throws InvalidSettingException if the model is damaged, not supported, or made for other images
     */
    public LoadedModel load(ModelSettings settings, Shape images, Path folder) {
        Path model = settings.model();
        LoadedModel loaded = read(settings, images, folder);
        LOG.info("Read {}:", model);
        loaded.table().forEach(line -> LOG.info("  {}", line));
        Network network = loaded.network();
        Shape input = network.architecture().input();
        settings.inputShape().filter(told -> !told.equals(input)).ifPresent(told -> {
            throw new InvalidSettingException(
                    Settings.INPUT_SHAPE,
                    told,
                    "the model takes images of " + input.named(),
                    "Leave it out: a model that is loaded brings its own.");
        });
        if (!input.equals(images)) {
            throw ModelFile.refused(
                    model,
                    "it was made for images of " + Shape.named(input, ", and the data set's are ", images),
                    "Name the data set that it was trained with in " + Settings.DATASET + ".");
        }
        return loaded.with(network.seeing(SeenPixels.of(model, loaded, settings.pixels())));
    }

    /** Files beside a model that are read with it: weights that it keeps elsewhere. */
    public List<Path> beside(Path model) {
        return format(model).beside(model);
    }

    /** Reads a model as it is, whatever the images are that the data set has. */
    LoadedModel read(ModelSettings settings, Shape images, Path folder) {
        Path model = settings.model();
        ModelFormat format = format(model);
        if (format instanceof WeightsFormat weights && settings.layers().isPresent()) {
            return weights.read(model, settings.layers().get());
        }
        if (settings.layers().isPresent()) {
            throw ModelFile.refused(
                    model,
                    "the POM has <layers> too, and a model that is loaded brings its own layers",
                    "Leave out <layers> to load the model, or <model> to train those layers.");
        }
        return format.read(model, new ModelRequest(images, settings.output()), folder);
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
