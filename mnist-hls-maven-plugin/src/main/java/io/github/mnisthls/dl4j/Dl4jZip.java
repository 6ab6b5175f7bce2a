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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** DL4J's zip of a configuration and its values. */
final class Dl4jZip {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Dl4jZip() {}

    /**
     * Writes what {@code ModelSerializer.restoreMultiLayerNetwork} reads, or {@code restoreComputationGraph} if the network
     * is no chain: the same bytes for the same network. A file that is there is removed if there is nothing to write.
     *
     * @return why there is no file: what DL4J does not have
     */
    static Optional<String> write(Network network, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Files.deleteIfExists(file);
            ModelSerializer.writeModel(convert(network), bytes, false);
            AtomicFile.write(file, withoutTimes(bytes.toByteArray()));
            return Optional.empty();
        } catch (NoCounterpartException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * The DL4J network with a network's layers and values.
     *
     * @throws NoCounterpartException if DL4J cannot compute a layer
     */
    static Model convert(Network network) {
        Network needed = NeededLayers.of(network);
        return needed.architecture().isChain() ? chain(needed) : graph(needed);
    }

    private static MultiLayerNetwork chain(Network network) {
        MultiLayerNetwork chain = new MultiLayerNetwork(Dl4jArchitecture.chain(network.architecture()));
        chain.init();
        ParameterWriter.copy(network, chain::getLayer);
        return chain;
    }

    private static ComputationGraph graph(Network network) {
        ComputationGraph graph = new ComputationGraph(Dl4jArchitecture.graph(network.architecture()));
        graph.init();
        ParameterWriter.copy(network, graph::getLayer);
        return graph;
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
    static Dl4jReader.Result read(Dl4jArchive archive, Path file, Shape input) {
        return archive.isGraph()
                ? restored(file, () -> Dl4jReader.read(graph(archive), input))
                : restored(file, () -> Dl4jReader.read(chain(archive), input));
    }

    private static MultiLayerNetwork chain(Dl4jArchive archive) {
        MultiLayerNetwork chain = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(archive.configuration()));
        chain.init(StoredValues.read(archive.values()), false);
        return chain;
    }

    private static ComputationGraph graph(Dl4jArchive archive) {
        ComputationGraph graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(archive.configuration()));
        graph.init(StoredValues.read(archive.values()), false);
        return graph;
    }

    private static <T> T restored(Path file, Supplier<T> restoring) {
        try {
            return restoring.get();
        } catch (InvalidSettingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidSettingException(
                    Settings.MODEL + " is '" + file
                            + "': DL4J cannot build a network from its configuration and values."
                            + " Save it again with DL4J 1.0.0-M2.1.",
                    e);
        }
    }
}
