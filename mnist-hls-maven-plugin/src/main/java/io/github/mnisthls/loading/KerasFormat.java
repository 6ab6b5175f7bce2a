/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the forms in which Keras stores models.
 *
 * @param test   whether a file is of it, by its first bytes and its path
 * @param reader for images of a shape
 */
record KerasFormat(BiPredicate<byte[], Path> test, BiFunction<Path, Shape, KerasModel> reader) implements ModelFormat {
    private static final Logger LOG = LoggerFactory.getLogger(KerasFormat.class);

    @Override
    public boolean recognizes(byte[] head, Path model) {
        return test.test(head, model);
    }

    @Override
    public Network read(Path model, Shape input, Path folder) {
        KerasModel read = reader.apply(model, input);
        LOG.info("Read {}, layer by layer, with the layer in the file, shape and parameters:", model);
        read.table().forEach(line -> LOG.info("  {}", line));
        return read.network();
    }
}
