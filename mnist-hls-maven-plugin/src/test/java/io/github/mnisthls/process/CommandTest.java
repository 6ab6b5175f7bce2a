/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Path HERE = Path.of(".");

    @Test
    void printsAsOneShellLine() {
        Command command = Command.builder(HERE, "/opt/Xilinx/Vitis HLS/bin/vitis_hls")
                .args("-f", "run_hls.tcl")
                .environment("LC_ALL", "C")
                .launcher(List.of("nice", "-n", "10"))
                .build();

        assertThat(command).hasToString("env LC_ALL=C nice -n 10 '/opt/Xilinx/Vitis HLS/bin/vitis_hls' -f run_hls.tcl");
        assertThat(command.programName()).isEqualTo("vitis_hls");
    }

    @Test
    void putsTheMemoryCeilingInsideTheLauncher() {
        Command command = Command.builder(HERE, "vitis_hls")
                .launcher(List.of("srun"))
                .memoryLimitMiB(2)
                .build();

        assertThat(command.words())
                .containsExactly("srun", "sh", "-c", "ulimit -v \"$0\" && exec \"$@\"", "2048", "vitis_hls");
    }

    @Test
    void refusesACommandWithoutAProgram() {
        assertThatThrownBy(() -> Command.builder(HERE, "").build()).hasMessageContaining("needs a program");
    }

    @Test
    void refusesALimitThatIsNotPositive() {
        assertThatThrownBy(
                        () -> Command.builder(HERE, "true").limit(Duration.ZERO).build())
                .hasMessageContaining("time limit in ms must be positive, but is 0");
        assertThatThrownBy(
                        () -> Command.builder(HERE, "true").memoryLimitMiB(-1).build())
                .hasMessageContaining("memory limit in MiB must be positive, but is -1");
    }
}
