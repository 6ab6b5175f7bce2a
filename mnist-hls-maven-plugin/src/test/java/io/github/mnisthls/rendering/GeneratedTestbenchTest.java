/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A testbench is only worth something if it can fail. */
@Slow
class GeneratedTestbenchTest {
    private static final int IMAGES = 4;
    private static final int REFUSED = 2;
    private static final int HEADER = 40;

    @TempDir
    private static Path folder;

    private static RenderRequest request;
    private static GeneratedProject project;
    private static byte[] golden;

    @BeforeAll
    static void compile() throws Exception {
        ExternalProgram.require("g++", "g++", GeneratedTestbenchTest.class);
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<12,4,AP_RND,AP_SAT>");
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 6, 6), format, format, format)
                .conv("conv", 2, Window.square(3, 1), true)
                .dense("dense", 5, false)
                .build();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(12));
        request = GeneratedProject.request(network, plan, IMAGES);
        project = GeneratedProject.write(request, folder.resolve("ünï code")).compile("g++", "-O0");
        golden = Files.readAllBytes(project.folder().resolve("tb/golden.bin"));
    }

    @Test
    void countsWhatItCompares() throws Exception {
        GeneratedProject.Outcome outcome = project.simulate("tb/golden.bin", "1", "2", "--predictions", "list.txt");

        assertThat(outcome.text()).contains("images 2\nlogitsCompared 10\nlogitsDiffering 0\n");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readAllLines(project.folder().resolve("list.txt")))
                .hasSize(2)
                .allMatch(line -> line.split(" ", -1).length == 7)
                .first()
                .asString()
                .startsWith("1 ");
    }

    @Test
    void aPoisonedLogitFails() throws Exception {
        byte[] poisoned = golden.clone();
        int image = golden.length - HEADER;
        int logit = HEADER + image / IMAGES + 36 + 8 * 3;
        poisoned[logit] ^= 1;
        GeneratedProject.Outcome outcome = simulate(rehash(poisoned));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("DIFFERS: image 1, class 3: expected ", "logitsDiffering 1\n")
                .doesNotContain(ProjectRenderer.VERDICT);
    }

    @Test
    void aPoisonedWeightFails() throws Exception {
        GeneratedProject poisoned = GeneratedProject.write(request, folder.resolve("poisoned"));
        Path weights = poisoned.folder().resolve("src/weights.hpp");
        String text = Files.readString(weights);
        int table = text.indexOf("kConvWeights");
        Matcher start = Pattern.compile("[{\\s]+").matcher(text);
        assertThat(start.find(text.indexOf('=', table) + 1)).isTrue();
        int first = start.end();
        int end = first;
        while (Character.isDigit(text.charAt(end)) || text.charAt(end) == '-') {
            end++;
        }
        long weight = Long.parseLong(text.substring(first, end));
        Files.writeString(weights, text.substring(0, first) + (weight ^ 512) + text.substring(end));

        GeneratedProject.Outcome outcome = poisoned.compile("g++", "-O0").simulate("tb/golden.bin");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text()).contains("DIFFERS: image ");
    }

    @Test
    void anAlteredFileIsRefused() throws Exception {
        byte[] altered = golden.clone();
        altered[HEADER + 5] ^= 4;

        assertRefused(simulate(altered), "checksum");
    }

    @Test
    void aShortFileIsRefused() throws Exception {
        assertRefused(simulate(Arrays.copyOf(golden, golden.length - 1)), "bytes long");
        assertRefused(simulate(Arrays.copyOf(golden, 7)), "not a file of golden vectors");
        assertRefused(simulate(new byte[0]), "not a file of golden vectors");
    }

    @Test
    void aFileForAnotherNetworkIsRefused() throws Exception {
        byte[] other = golden.clone();
        other[8 + 4 * 4] = 9;

        assertRefused(simulate(other), "another network");
    }

    @Test
    void aMissingFileIsRefused() throws Exception {
        assertRefused(project.simulate("tb/nothing.bin"), "cannot be opened");
    }

    @Test
    void imagesThatAreNotThereAreRefused() throws Exception {
        assertThat(project.simulate("tb/golden.bin", "3", "2").status()).isEqualTo(REFUSED);
        assertThat(project.simulate("tb/golden.bin", "0", "0").status()).isEqualTo(REFUSED);
        assertThat(project.simulate("tb/golden.bin", "0", "x").status()).isEqualTo(REFUSED);
        assertThat(project.simulate("tb/golden.bin", "2147483647", "2").status())
                .isEqualTo(REFUSED);
    }

    private static void assertRefused(GeneratedProject.Outcome outcome, String reason) {
        assertThat(outcome.text()).contains("ERROR: golden vectors ", reason).doesNotContain(ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isEqualTo(REFUSED);
    }

    private static GeneratedProject.Outcome simulate(byte[] vectors) throws IOException, InterruptedException {
        Path file = Files.createTempFile(project.folder(), "golden", ".bin");
        Files.write(file, vectors);
        return project.simulate(file.toString());
    }

    /** A checksum that fits the bytes, as an attacker or a wrong generator would write it. */
    private static byte[] rehash(byte[] file) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < file.length; i++) {
            if (i < HEADER - Long.BYTES || i >= HEADER) {
                hash = (hash ^ (file[i] & 0xff)) * 0x100000001b3L;
            }
        }
        for (int i = 0; i < Long.BYTES; i++) {
            file[HEADER - Long.BYTES + i] = (byte) (hash >>> (Byte.SIZE * i));
        }
        return file;
    }
}
