/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips of DL4J, as the process that loads them sees them. */
@Slow
class Dl4jFuzzTest {
    private static final String CONFIGURATION = "configuration.json";

    @TempDir
    private Path folder;

    /** Networks that DL4J can express. */
    private List<Network> networks() {
        return LongStream.range(0, 60)
                .mapToObj(seed -> seed % 2 == 0 ? RandomNetworks.create(seed) : RandomNetworks.createGraph(seed))
                .map(RandomNetworks.Sample::network)
                .filter(network ->
                        Dl4jZip.write(network, folder.resolve("some.zip")).isEmpty())
                .limit(6)
                .toList();
    }

    @Test
    void zip() throws Exception {
        List<Network> networks = networks();
        new Fuzzing(folder, "zip").run((random, place) -> {
            Network network = networks.get(random.nextInt(networks.size()));
            Path file = place.resolve("model.zip");
            Dl4jZip.write(network, file);
            Files.write(file, Mutation.bytes(Files.readAllBytes(file), random));
            return () -> Dl4jZip.read(
                    Dl4jArchive.read(file), file, network.architecture().input());
        });
    }

    /** The zip is whole, but what was packed into it is not. */
    @Test
    void whatIsInTheZip() throws Exception {
        List<Network> networks = networks();
        new Fuzzing(folder, "in the zip").run((random, place) -> {
            Network network = networks.get(random.nextInt(networks.size()));
            Path file = place.resolve("model.zip");
            Dl4jZip.write(network, file);
            Files.write(file, damaged(file, random));
            return () -> Dl4jZip.read(
                    Dl4jArchive.read(file), file, network.architecture().input());
        });
    }

    /** ND4J's own header of the values: it would read where there are none. */
    @Test
    void shapesAndStridesOfTheValuesAreNotBelieved() throws Exception {
        Network network = networks().get(0);
        Path file = folder.resolve("model.zip");
        Dl4jZip.write(network, file);
        Map<String, byte[]> entries = entries(file);
        byte[] values = entries.get("coefficients.bin");
        for (int at = 0; at < 100; at++) {
            byte[] damaged = values.clone();
            damaged[at] ^= (byte) 0x70;
            entries.put("coefficients.bin", damaged);
            Files.write(file, packed(entries));
            try {
                Network read = Dl4jZip.read(
                                Dl4jArchive.read(file),
                                file,
                                network.architecture().input())
                        .network();
                assertThat(read.parameters()).as("byte %d", at).isEqualTo(network.parameters());
            } catch (InvalidSettingException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] packed(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return packed.toByteArray();
    }

    private static byte[] damaged(Path file, Random random) throws IOException {
        Map<String, byte[]> entries = entries(file);
        String name = random.nextInt(4) == 0 ? "coefficients.bin" : CONFIGURATION;
        byte[] healthy = entries.get(name);
        entries.put(
                name,
                name.equals(CONFIGURATION)
                        ? Mutation.text(new String(healthy, StandardCharsets.UTF_8), random)
                                .getBytes(StandardCharsets.UTF_8)
                        : Mutation.bytes(healthy, random));
        return packed(entries);
    }
}
