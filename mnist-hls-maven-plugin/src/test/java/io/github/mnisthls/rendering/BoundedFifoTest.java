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
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
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
        assertAllImagesPass(project(residual()));
    }

    @Test
    void theModelSeesAShortcutThatHoldsTooLittle() throws Exception {
        assertThat(runModel(project(residual()), "2").status()).isEqualTo(DEADLOCK);
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

    /** Two blocks: a shortcut past two convolutions, and one through a convolution with stride beside two others. */
    private static QuantizedNetwork residual() {
        Window same = new Window(3, 3, 1, 1, Padding.of(1));
        List<Node> nodes = List.of(
                new Node(new Conv2d("stem", 4, same), List.of(0)),
                new Node(new Relu("relu0"), List.of(1)),
                new Node(new Conv2d("conv1", 4, same), List.of(2)),
                new Node(new Relu("relu1"), List.of(3)),
                new Node(new Conv2d("conv2", 4, same), List.of(4)),
                new Node(new Add("sum1"), List.of(5, 2)),
                new Node(new Relu("relu2"), List.of(6)),
                new Node(new Conv2d("conv3", 6, new Window(3, 3, 2, 2, Padding.of(1))), List.of(7)),
                new Node(new Relu("relu3"), List.of(8)),
                new Node(new Conv2d("conv4", 6, same), List.of(9)),
                new Node(new Conv2d("shortcut", 6, new Window(1, 1, 2, 2, Padding.NONE)), List.of(7)),
                new Node(new Add("sum2"), List.of(10, 11)),
                new Node(new GlobalAveragePool("mean"), List.of(12)),
                new Node(new Dense("dense", 10), List.of(13)));
        return new Sample(
                        1,
                        new Architecture("residual", new Shape(1, 28, 28), PixelScaling.UNIT, nodes),
                        Map.of("*", "auto:8"))
                .quantized();
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
