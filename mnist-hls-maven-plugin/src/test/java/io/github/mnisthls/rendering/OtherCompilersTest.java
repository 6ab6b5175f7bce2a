/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The project asks of headers that are not AMD's for no more than its dialect promises. */
@Slow
@Thorough
class OtherCompilersTest {
    private static final Path MINIMAL =
            Path.of("..", "src", "test", "cpp", "minimal").toAbsolutePath().normalize();
    /** A range on both sides: it compiles only where a range is a reference of any type to any other. */
    private static final Pattern RANGE_TO_RANGE = Pattern.compile("\\.range\\([^;]*\\)\\s*=[^=;]*\\.range\\(");

    @TempDir
    private Path folder;

    private static RenderRequest request(InterfaceKind ports) {
        QuantizedNetwork network = SampleNetworks.lenet8();
        return new RenderRequest(
                network,
                new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)),
                ports,
                ports == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.AP_CTRL_HS,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(network, 2),
                new ScriptOptions(new PlainDialect(), 1, SampleDialects.COORDINATES, Optional.empty()),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(InterfaceKind.class)
    void minimalHeadersAreEnough(InterfaceKind ports) throws Exception {
        ExternalProgram.require("g++", "g++", OtherCompilersTest.class);
        GeneratedProject project = GeneratedProject.write(request(ports), folder);

        GeneratedProject.Outcome outcome =
                project.compile("g++", "-O1", "-I" + MINIMAL).simulate("tb/golden.bin");

        assertThat(outcome.text()).contains("logitsDiffering 0\n", ProjectRenderer.VERDICT);
    }

    @Test
    void noRangeIsAssignedToARange() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : List.of(Path.of("..", "templates"), Path.of("..", "src", "main", "hls"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(sources::add);
            }
        }

        assertThat(sources).hasSizeGreaterThan(15);
        for (Path source : sources) {
            assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(RANGE_TO_RANGE);
        }
        assertThat("raw.range(7, 0) = value.range(7, 0);").containsPattern(RANGE_TO_RANGE);
    }
}
