/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of the AMD tools that a killed tool, a full disk or another release left. */
@Slow
class ReportFuzzTest {
    @TempDir
    private Path folder;

    private interface Reader {
        Object read(Path file) throws Exception;
    }

    @Test
    void synthesis() throws Exception {
        fuzz("csynth.xml", List.of("vitis_hls-2023.1.xml", "vivado_hls-2018.3.xml"), CsynthReader::read);
    }

    @Test
    void implementation() throws Exception {
        fuzz("export.xml", List.of("lenet_export.xml"), ImplementationReader::read);
    }

    @Test
    void cosimulation() throws Exception {
        fuzz(
                "cosim.rpt",
                List.of("sim/report/pass8_cosim.rpt", "sim/report/pass9_cosim.rpt", "sim/report/fail9_cosim.rpt"),
                CosimReader::read);
    }

    private void fuzz(String kind, List<String> healthy, Reader reader) throws Exception {
        new Fuzzing(folder, kind)
                .run(
                        (random, place) -> {
                            String name = healthy.get(random.nextInt(healthy.size()));
                            Path source = Path.of(ReportFuzzTest.class
                                    .getResource("reports/" + name)
                                    .toURI());
                            Path file = Files.write(place.resolve(kind), damaged(Files.readAllBytes(source), random));
                            return () -> reader.read(file);
                        },
                        UnreadableReportException.class);
    }

    private static byte[] damaged(byte[] healthy, Random random) {
        return random.nextBoolean()
                ? Mutation.bytes(healthy, random)
                : Mutation.text(new String(healthy, StandardCharsets.UTF_8), random)
                        .getBytes(StandardCharsets.UTF_8);
    }
}
