/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All processes of a design side by side, with FIFOs of the planned depths, image after image. */
@Slow
@Thorough
class BoundedFifoTest {
    private static final int IMAGES = Integer.getInteger("mnisthls.fifo.images", 100);
    private static final Path MODEL =
            Path.of("..", "src", "test", "cpp", "bounded").toAbsolutePath().normalize();
    private static final Pattern DEPTH = Pattern.compile("#pragma HLS STREAM variable=(\\w+) depth=(\\d+)");
    private static final Pattern CALL = Pattern.compile("(?m)^  (mnist_hls::.*);$");
    private static final int DEADLOCK = 3;

    @TempDir
    private Path folder;

    @Test
    void noProcessWaitsForEver() throws Exception {
        assertAllImagesPass(project(SampleNetworks.lenet8()));
    }

    @Test
    void severalPixelsAtATimePassToo() throws Exception {
        QuantizedNetwork network = SampleNetworks.lenet4();
        Map<String, Folding> foldings = Map.of(
                "conv1",
                new Folding(1, 1, Implementation.ADDERS, 8),
                "conv2",
                new Folding(1, 1, Implementation.ADDERS));
        HardwareRequest request = HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                .withMaxMultipliers(500)
                .withFoldings(foldings)
                .withPixelsPerBeat(8);

        assertAllImagesPass(project(network, request));
    }

    @Test
    void productsOfAllKindsPassToo() throws Exception {
        QuantizedNetwork network = AllProducts.network();

        assertAllImagesPass(project(network, AllProducts.plan(network)));
    }

    /** A sum's one operand waits in its FIFO until the other has come through two convolutions. */
    @Test
    void shortcutsHoldEnough() throws Exception {
        assertAllImagesPass(project(ResidualNetwork.quantized("auto:8")));
    }

    @Test
    void theModelSeesAShortcutThatHoldsTooLittle() throws Exception {
        assertThat(runModel(project(ResidualNetwork.quantized("auto:8")), "2").status())
                .isEqualTo(DEADLOCK);
    }

    @Test
    void theModelSeesADeadlock() throws Exception {
        GeneratedProject project = project(SampleNetworks.lenet8());
        Path top = project.folder().resolve("src/top.cpp");
        // The pool never sees an image's end, so it never finishes one.
        Files.writeString(
                top,
                Files.readString(top)
                        .replaceFirst("mnist_hls::ReadPixelStream<Network>", "mnist_hls::ReadPixelStream<OtherNetwork>")
                        .replaceFirst(
                                "using namespace cnn_net;",
                                "using namespace cnn_net;\nstruct OtherNetwork : Network {"
                                        + " static constexpr int kPixels = Network::kPixels - 1; };"));

        assertThat(runModel(project, "$2").status()).isEqualTo(DEADLOCK);
    }

    private static void assertAllImagesPass(GeneratedProject project) throws Exception {
        GeneratedProject.Outcome outcome = runModel(project, "$2");

        assertThat(outcome.text()).contains("images " + IMAGES + " differing 0");
        assertThat(outcome.status()).isZero();
    }

    private GeneratedProject project(QuantizedNetwork network) throws IOException {
        return project(
                network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(200));
    }

    private GeneratedProject project(QuantizedNetwork network, HardwareRequest request) throws IOException {
        return project(network, new Planner().plan(network, request));
    }

    private GeneratedProject project(QuantizedNetwork network, HardwarePlan plan) throws IOException {
        ExternalProgram.require("g++", "g++", BoundedFifoTest.class);
        return GeneratedProject.write(GeneratedProject.request(network, plan, IMAGES), folder);
    }

    private static GeneratedProject.Outcome runModel(GeneratedProject project, String depth) throws Exception {
        Path top = project.folder().resolve("src/top.cpp");
        String text = Files.readString(top);
        text = DEPTH.matcher(text).replaceAll("$1.set_depth(" + depth + ");");
        text = CALL.matcher(text)
                .replaceAll("  fibers::scheduler().Spawn([&] { for (int i = 0; i < IMAGES; ++i) { $1; } });");
        text = text.replaceFirst("\\}\\s*$", "  fibers::scheduler().Run();\n}\n");
        Files.writeString(top, text);
        GeneratedProject.Outcome compiled = project.run(List.of(
                "g++",
                "-std=c++14",
                "-O1",
                "-DTOP=cnn",
                "-DSCOPE=cnn_net",
                "-DIMAGES=" + IMAGES,
                "-I" + MODEL,
                "-Isim",
                "-Isrc",
                "-o",
                "model",
                MODEL.resolve("main.cpp").toString(),
                "src/top.cpp"));
        assertThat(compiled.status()).as(compiled.text()).isZero();
        return project.run(List.of("./model", "tb/golden.bin"));
    }
}
