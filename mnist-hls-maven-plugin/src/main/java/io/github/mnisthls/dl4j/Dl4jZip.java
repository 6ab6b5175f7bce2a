/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** DL4J's zip of a configuration and its values. */
final class Dl4jZip {
    private Dl4jZip() {}

    /** Writes what {@code ModelSerializer.restoreMultiLayerNetwork} reads. */
    static void write(Network network, Path file) {
        MultiLayerNetwork converted = new MultiLayerNetwork(Dl4jArchitecture.configuration(network.architecture()));
        converted.init();
        Dl4jParameters.copy(network, converted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(converted, bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        AtomicFile.write(file, bytes.toByteArray());
    }
}
