/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.ProcessKind;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated designs of any shape give the logits of the emulator and of plain loops, and each process runs exactly as many cycles as planned.
 */
class RandomDesignTest {
    /** How many designs; a nightly build sets more. */
    private static final int DESIGNS = Integer.getInteger("mnisthls.random.designs", 20);

    private static final Path TRIPS =
            Path.of("..", "src", "test", "cpp").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void randomDesignsAreExactAndTakeThePlannedCycles() {
        ExternalProgram.require("g++", "g++", RandomDesignTest.class);

        LongStream.range(0, DESIGNS).parallel().forEach(seed -> {
            try {
                check(seed);
            } catch (Exception e) {
                throw new AssertionError("design " + seed, e);
            }
        });
    }

    private void check(long seed) throws Exception {
        RenderRequest request = RandomDesign.of(seed);
        checkEmulator(request.network(), request.goldenVectors().images());
        boolean isClang = seed % 4 == 3 && ExternalProgram.find("clang++").isPresent();
        GeneratedProject project = GeneratedProject.write(request, folder.resolve("design " + seed))
                .compile(
                        isClang ? "clang++" : "g++",
                        "-include",
                        TRIPS.resolve("trips.hpp").toString(),
                        "-O0");

        GeneratedProject.Outcome outcome =
                project.simulate("tb/" + request.names().prefix() + "golden.bin");

        assertThat(outcome.text()).as("design %d", seed).contains("logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
        List<String> planned = request.plan().processes().stream()
                .map(process ->
                        kernel(process, request.interfaceKind()) + " " + cycles(process, request.interfaceKind()))
                .toList();
        List<String> counted = outcome.text()
                .lines()
                .filter(line -> line.startsWith("trips "))
                .map(line -> line.substring("trips ".length()))
                .toList();
        assertThat(counted)
                .as("design %d", seed)
                .hasSize(planned.size() * request.goldenVectors().images());
        for (int image = 0; image < request.goldenVectors().images(); image++) {
            assertThat(counted.subList(image * planned.size(), (image + 1) * planned.size()))
                    .as("trips of design %d", seed)
                    .isEqualTo(planned);
        }
    }

    private static void checkEmulator(QuantizedNetwork network, int images) {
        byte[] pixels = SampleNetworks.pixels(network, images, images);
        LabeledImages labeled = LabeledImages.of(network.input().shape(), pixels, new byte[images]);

        assertThat(new Emulator(network).run(labeled, 1).logits()).isEqualTo(SampleNetworks.logits(network, images));
    }

    /** The plan counts the beat that carries the class, which only streams have. */
    private static long cycles(DataflowProcess process, InterfaceKind ports) {
        boolean hasNoClass = process.kind() == ProcessKind.WRITE_LOGITS && ports != InterfaceKind.AXIS;
        return process.cycles() - (hasNoClass ? 1 : 0);
    }

    private static String kernel(DataflowProcess process, InterfaceKind ports) {
        return switch (process.kind()) {
            case READ_PIXELS ->
                switch (ports) {
                    case AXIS -> "ReadPixelStream";
                    case M_AXI -> "ReadPixelMemory";
                    case ARRAY -> "ReadPixelArray";
                };
            case WRITE_LOGITS -> ports == InterfaceKind.AXIS ? "WriteLogitStream" : "WriteLogitArray";
            default -> camelCase(process.kind().name());
        };
    }

    private static String camelCase(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }
}
