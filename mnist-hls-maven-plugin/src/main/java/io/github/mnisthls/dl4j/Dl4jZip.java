/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's zip of a configuration and its values. */
final class Dl4jZip {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Dl4jZip() {}

    /** Writes what {@code ModelSerializer.restoreMultiLayerNetwork} reads: the same bytes for the same network. */
    static void write(Network network, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel(convert(network), bytes, false);
            AtomicFile.write(file, withoutTimes(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The DL4J network with a network's layers and values. */
    static MultiLayerNetwork convert(Network network) {
        MultiLayerNetwork converted = new MultiLayerNetwork(Dl4jArchitecture.configuration(network.architecture()));
        converted.init();
        Dl4jParameters.copy(network, converted);
        return converted;
    }

    private static byte[] withoutTimes(byte[] zip) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(result)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return result.toByteArray();
    }

    /**
     * Reads a network.
     *
     * @param file  the archive's, for messages
     * @param input shape of the images, which a DL4J configuration does not hold
     * @throws InvalidSettingException if it is damaged or not supported
     */
    static Network read(Dl4jArchive archive, Path file, Shape input) {
        MultiLayerNetwork network;
        try {
            network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(archive.configuration()));
            network.init(Nd4j.read(new ByteArrayInputStream(archive.values())), false);
        } catch (RuntimeException e) {
            throw new InvalidSettingException(
                    Settings.MODEL + " '" + file + "' cannot be read: " + e.getMessage()
                            + ". Save it again with DL4J 1.0.0-M2.1.",
                    e);
        }
        return Dl4jReader.read(network, input);
    }
}
