/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All processes of the default design side by side, with FIFOs of the planned depths, image after image. */
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
        GeneratedProject project = project();

        GeneratedProject.Outcome outcome = runModel(project, "$2");

        assertThat(outcome.text()).contains("images " + IMAGES + " differing 0");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void theModelSeesADeadlock() throws Exception {
        GeneratedProject project = project();
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

    private GeneratedProject project() throws IOException {
        ExternalProgram.require("g++", "g++", BoundedFifoTest.class);
        QuantizedNetwork network = SampleNetworks.lenet8();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(200));
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
