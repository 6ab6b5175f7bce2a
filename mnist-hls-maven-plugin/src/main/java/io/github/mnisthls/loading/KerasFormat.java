/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * One of the forms in which Keras stores models.
 *
 * @param test   whether a file is of it, by its first bytes and its path
 * @param reader of what is wanted of a file
 */
record KerasFormat(BiPredicate<byte[], Path> test, BiFunction<Path, ModelRequest, LoadedModel> reader)
        implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return test.test(head, model);
    }

    @Override
    public List<Path> beside(Path model) {
        return KerasModel.weights(model);
    }

    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        return reader.apply(model, request);
    }
}
