/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.loading.weights.WeightTarget;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * A form that holds weights alone.
 *
 * @param name   of the form, with its article
 * @param test   whether a file is of it, by its first bytes and its path
 * @param reader for layers that the user tells
 */
record WeightsFormat(String name, BiPredicate<byte[], Path> test, BiFunction<Path, WeightTarget, LoadedModel> reader)
        implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return test.test(head, model);
    }

    /** Without layers, which it has not. */
    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        throw ModelFile.refused(
                model,
                "it is " + name + ", which holds weights alone",
                "Write the layers that they belong to in <layers>.");
    }

    LoadedModel read(Path model, WeightTarget layers) {
        try {
            return reader.apply(model, layers);
        } catch (NotReadable e) {
            throw ModelFile.refused(model, e.problem(), e.remedy());
        }
    }
}
