/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.amd.dialect.AmdDialect;
import io.github.mnisthls.amd.dialect.FlowTarget;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.ToolFinder;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.amd.tool.ToolSearch;
import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.rendering.ScriptOptions;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the renderer generates is what the tools take, as far as their strict doubles know. */
@Slow
class GeneratedProjectTest {
    private static final int IMAGES = 4;

    @TempDir
    Path root;

    private Path project;

    @BeforeEach
    void render() throws IOException {
        FolderMark.put(root);
        project = root.resolve("hls");
        write(FlowTarget.VIVADO, ToolGeneration.VITIS_KEYED);
    }

    private void write(FlowTarget target, ToolGeneration generation) throws IOException {
        FixedPointFormat format = new FixedPointFormat(8, 4, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 8, 8), format, format, format)
                .conv("conv", 2, Window.square(3, 1), true)
                .dense("dense", 10, false)
                .build();
        RenderRequest request = new RenderRequest(
                network,
                new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)),
                InterfaceKind.AXIS,
                ControlProtocol.AP_CTRL_NONE,
                new DesignNames("mnist_cnn", "mnist_cnn_net", ""),
                SampleNetworks.golden(network, IMAGES),
                new ScriptOptions(new AmdDialect(generation, target), 3, SampleDialects.COORDINATES, Optional.empty()),
                Optional.empty());
        for (Map.Entry<String, byte[]> file :
                new ProjectRenderer().render(request).entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private SynthesisOutcome run(ToolSearch search, SynthesisStep step) throws IOException {
        SynthesisRequest request = new SynthesisRequest(
                step,
                project,
                root.resolve("synthesis"),
                "mnist_cnn",
                ProjectRenderer.VERDICT,
                AmdExportFormat.IP_CATALOG,
                List.of(),
                Optional.of(Duration.ofMinutes(5)),
                OptionalLong.empty());
        return new SynthesisRunner(new ProcessRunner(), Map.of(SynthesisRunner.DOUBLES, "accept"))
                .run(((ToolSearch.Found) search).tool(), request, SynthesisListener.NONE);
    }

    private ToolSearch install(String program, String version) throws IOException {
        ToolDoubles.require(getClass());
        Path tools = root.resolve("tools");
        Path installation =
                switch (program) {
                    case "vivado_hls" -> ToolDoubles.vivadoHls(tools, version);
                    case "vitis_hls" -> ToolDoubles.vitisHls(tools, version);
                    default -> ToolDoubles.unified(tools, version);
                };
        return new ToolFinder(new ProcessRunner())
                .find(new ToolRequest(Optional.of(installation), Optional.empty(), Optional.empty(), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"vivado_hls, 2019.2", "vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void allStepsSucceed(String program, String version) throws Exception {
        ToolSearch search = install(program, version);
        write(FlowTarget.VIVADO, ((ToolSearch.Found) search).tool().generation());

        SynthesisOutcome synthesized = run(search, SynthesisStep.CSYNTH);
        assertThat(synthesized).as(synthesized.describe()).isInstanceOf(SynthesisOutcome.Synthesized.class);
        SynthesisOutcome simulated = run(search, SynthesisStep.CSIM);
        assertThat(simulated).as(simulated.describe()).isInstanceOf(SynthesisOutcome.Simulated.class);
        assertThat(((SynthesisOutcome.Simulated) simulated).images()).hasValue(IMAGES);
        assertThat(((SynthesisOutcome.Simulated) simulated).logitsCompared()).hasValue(10 * IMAGES);
        SynthesisOutcome cosimulated = run(search, SynthesisStep.COSIM);
        assertThat(cosimulated).as(cosimulated.describe()).isInstanceOf(SynthesisOutcome.CoSimulated.class);
        assertThat(((SynthesisOutcome.CoSimulated) cosimulated).images()).hasValue(3);
        SynthesisOutcome exported = run(search, SynthesisStep.EXPORT);
        assertThat(exported).as(exported.describe()).isInstanceOf(SynthesisOutcome.Exported.class);
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void damagedVectorsFail(String program, String version) throws Exception {
        ToolSearch search = install(program, version);
        Path golden = project.resolve("tb/golden.bin");
        byte[] bytes = Files.readAllBytes(golden);
        bytes[bytes.length - 1] ^= 1;
        Files.write(golden, bytes);

        SynthesisOutcome outcome = run(search, SynthesisStep.CSIM);

        assertThat(((SynthesisOutcome.Failed) outcome).diagnosis().cause()).isEqualTo(FailureCause.VECTORS_MISSING);
        assertThat(outcome.describe()).contains("checksum is wrong", "Generate the project again");
    }

    @Test
    void theScriptRefusesAStepThatIsNone() throws Exception {
        Path executable =
                ((ToolSearch.Found) install("vitis_hls", "2023.1")).tool().executable();
        Path script =
                Files.writeString(project.resolve("wrong.tcl"), "set mnist_hls_steps {sim}\nsource run_hls.tcl\n");

        var result = new ProcessRunner()
                .run(Command.builder(project, executable.toString())
                        .args("-f", script.getFileName().toString())
                        .build());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.lastLines())
                .contains("MNIST-HLS FAILED setup: there is no step sim: use csim, csynth, cosim, export");
    }

    /** Vivado HLS 2019.2 compiles with -std=c++0x; so must the testbench, which co-simulation instruments. */
    @Test
    void theOldestToolsDialectIsEnough() throws Exception {
        ExternalProgram.require("clang++", "clang", getClass());
        write(FlowTarget.VIVADO, ToolGeneration.VIVADO_HLS);

        assertThat(project.resolve("run_hls.tcl"))
                .content()
                .contains("-cflags {-std=c++0x}", "-cflags {-std=c++0x -Wno-unknown-pragmas}")
                .doesNotContain("c++14");
        // The simulation headers, which stand for the tool's, may say more.
        var result = new ProcessRunner()
                .run(Command.builder(project, "clang++")
                        .args("-std=c++14", "-fsyntax-only", "-Wno-everything", "-Wc++98-c++11-compat", "-Werror")
                        .args("-Isrc", "-isystem", "sim", "src/top.cpp", "tb/testbench.cpp")
                        .build());
        assertThat(result.exitCode()).as(result.lastLines().toString()).isZero();
    }

    @Test
    void theFlowForKernelsAsksForThem() throws Exception {
        write(FlowTarget.VITIS, ToolGeneration.VITIS_KEYED);

        assertThat(project.resolve("run_hls.tcl"))
                .content()
                .contains("open_solution solution1 -flow_target vitis\n", "set mnist_hls_export_format {xo}\n")
                .doesNotContain("catch {open_solution");
        assertThat(project.resolve("hls_config.cfg"))
                .content()
                .contains("flow_target=vitis\n", "package.output.format=xo\n");
    }
}
