/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import java.nio.file.Path;
import java.util.function.BiPredicate;

/**
 * A form that is known and not read, so that a healthy file is not called a damaged one.
 *
 * @param name   of the form, with its article
 * @param test   whether a file is of it, by its first bytes and its path
 * @param remedy how to bring the network nevertheless
 */
record ForeignFormat(String name, BiPredicate<byte[], Path> test, String remedy) implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return test.test(head, model);
    }

    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        throw ModelFile.refused(model, "it is " + name + ", which is not read", remedy);
    }
}
