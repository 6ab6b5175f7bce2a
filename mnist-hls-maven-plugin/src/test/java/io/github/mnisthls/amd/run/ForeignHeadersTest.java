/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.amd.dialect.AmdDialect;
import io.github.mnisthls.amd.dialect.FlowTarget;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.rendering.ScriptOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated Makefile with headers that are not ours: what they let the compiler warn of fails no build. */
@Slow
class ForeignHeadersTest {
    private static final String READ = "  T read() {";

    @TempDir
    Path project;

    @Test
    void headersThatWarnAreNoFailure() throws IOException {
        Path make = ExternalProgram.require("make", "make", getClass());
        write();
        warnOfReading(project.resolve("vendor/include"));

        ProcessResult result = new ProcessRunner()
                .run(Command.builder(project, make.toString())
                        .args("csim", "XILINX_HLS=" + project.resolve("vendor"), "CXXFLAGS=-O0")
                        .build());

        String log = String.join("\n", result.lastLines());
        assertThat(log).contains("warning:", "the vendor warns of this", ProjectRenderer.VERDICT);
        assertThat(result.succeeded()).withFailMessage(log).isTrue();
    }

    /** Moves our headers to where a vendor's are; each call of {@code read()} in the design is warned of. */
    private void warnOfReading(Path include) throws IOException {
        Files.createDirectories(include.getParent());
        Files.move(project.resolve("sim"), include);
        Path stream = include.resolve("hls_stream.h");
        String text = Files.readString(stream);
        assertThat(text).contains(READ);
        Files.writeString(stream, text.replace(READ, "  [[deprecated(\"the vendor warns of this\")]] T read() {"));
    }

    private void write() throws IOException {
        FixedPointFormat format = new FixedPointFormat(8, 4, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 2, 2), format, format, format)
                .dense("dense", 3, false)
                .build();
        RenderRequest request = new RenderRequest(
                network,
                new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)),
                InterfaceKind.AXIS,
                ControlProtocol.AP_CTRL_NONE,
                new DesignNames("mnist_cnn", "mnist_cnn_net", ""),
                SampleNetworks.golden(network, 2),
                new ScriptOptions(
                        new AmdDialect(ToolGeneration.VITIS_KEYED, FlowTarget.VIVADO),
                        1,
                        SampleDialects.COORDINATES,
                        Optional.empty()),
                Optional.empty());
        for (Map.Entry<String, byte[]> file :
                new ProjectRenderer().render(request).entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
