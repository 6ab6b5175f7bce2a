/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.quantization.RandomNetworks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with {@code network.json} and raw values, damaged in one or the other. */
@Slow
class NetworkFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void networkJson() throws Exception {
        new Fuzzing(folder, "network.json").run((random, place) -> {
            NetworkFolder.write(RandomNetworks.createGraph(random.nextInt(50)).network(), place);
            Path json = place.resolve(NetworkFolder.DESCRIPTION);
            Files.writeString(json, Mutation.text(Files.readString(json), random));
            return () -> NetworkFolder.read(place);
        });
    }

    @Test
    void rawValues() throws Exception {
        new Fuzzing(folder, "raw values").run((random, place) -> {
            NetworkFolder.write(RandomNetworks.createGraph(random.nextInt(50)).network(), place);
            Path file = any(place, random);
            Files.write(file, Mutation.bytes(Files.readAllBytes(file), random));
            return () -> NetworkFolder.read(place);
        });
    }

    private static Path any(Path place, Random random) throws Exception {
        try (Stream<Path> files = Files.list(place)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.get(random.nextInt(sorted.size()));
        }
    }
}
