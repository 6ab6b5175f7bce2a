/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as in public logs, issues and AMD's pages, some shortened, some after the known beginning of a message made up. */
class ToolLogTest {
    private static ToolLog log(String... lines) {
        ToolLog log = new ToolLog("all logits agree");
        Stream.of(lines).forEach(log::accept);
        return log;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERROR: [HLS 200-1023] Part 'xc7a35ticsg324-1L-i' is not installed. | PART_NOT_INSTALLED",
                "ERROR: [HLS 200-1023] Part 'x' is not supported. It is either unknown, not installed or does not have an"
                        + " appropriate license. | PART_NOT_INSTALLED",
                "ERROR: Vivado Design Suite cannot be launched because a valid license was not found. | LICENSE",
                "ERROR: [Common 17-345] A valid license was not found for feature 'Synthesis' and/or device 'xcvu11p' |"
                        + " LICENSE",
                "ERROR: [Common 17-179] Fork failed: Cannot allocate memory | OUT_OF_MEMORY",
                "terminate called after throwing an instance of 'std::bad_alloc' | OUT_OF_MEMORY",
                "bad lexical cast: source type value could not be interpreted as target | EXPORT_DATE_OVERFLOW",
                "ERROR: '2201251806' is an invalid argument. Please specify an integer value. | EXPORT_DATE_OVERFLOW",
                "ERROR: [HLS 207-3776] use of undeclared identifier 'X' (file.cpp:1:25) | COMPILE_ERROR",
                "../../../../top.cpp:3:10: fatal error: ap_fixed.h: No such file or directory | COMPILE_ERROR",
                "ERROR: [SIM 211-100] 'csim_design' failed: compilation error(s). | COMPILE_ERROR",
                "ERROR: [COSIM 212-317] C++ compile error. | COMPILE_ERROR",
                "/usr/bin/ld: cannot find crt1.o: No such file or directory | COMPILE_ERROR",
                "/usr/include/mpfr.h:61:1: error: '__gmp_const' does not name a type | COMPILE_ERROR",
                "ERROR: [HLS 214-157] Top function not found: there is no function named 'x'. | TOP_NOT_FOUND",
                "ERROR: [XFORM 203-504] Stop unrolling loop 'Rows' in function 'conv' | UNROLL_STOPPED",
                "ERROR [HLS SIM]: an hls::stream is read while empty | STREAM_EMPTY",
                "// ERROR!!! DEADLOCK DETECTED at 1235000 ns! SIMULATION WILL BE STOPPED! // | COSIM_DEADLOCK",
                "@E Simulation failed: SIGSEGV. | TESTBENCH_CRASHED",
                "ERROR: [COSIM 212-379] Detected segmentation violation, please check C tb. | TESTBENCH_CRASHED",
                "@E Simulation failed: Function 'main' returns nonzero value '1'. | CSIM_MISMATCH",
                "364ERROR: [SIM 211-100] CSim failed with errors. | CSIM_FAILED",
                "ERR: [SIM 100] CSim failed with errors. | CSIM_FAILED",
                "ERROR: [SIM 211-100] 'csim_design' failed: nonzero return value. | CSIM_MISMATCH",
                "ERROR: [HLS 200-627] Cannot find C test bench. Please provide test files using 'add_files -tb'. |"
                        + " TESTBENCH_MISSING",
                "clang: error: unable to execute command: Killed | OUT_OF_MEMORY",
                "g++: fatal error: Killed signal terminated program cc1plus | OUT_OF_MEMORY",
                "g++: internal compiler error: Killed (program cc1plus) | OUT_OF_MEMORY",
                "top.cpp:(.text+0x1c): undefined reference to `cnn(int)' | COMPILE_ERROR",
                "collect2: error: ld returned 1 exit status | COMPILE_ERROR",
                "/usr/bin/ld: cannot find -lm | COMPILE_ERROR",
                "ERROR: [COSIM 212-345] Cosim only supports the following 'ap_ctrl_none' designs: | COSIM_UNSUPPORTED",
                "ERROR: [COSIM 212-359] Aborting co-simulation: C TB simulation failed, nonzero return value '1'. |"
                        + " COSIM_TESTBENCH_FAILED",
                "ERROR: [COSIM 212-320] C TB testing failed, stop generating test vectors. | COSIM_TESTBENCH_FAILED",
                "ERROR: [COSIM 212-361] Aborting co-simulation: C TB post check failed, nonzero return value '1'. |"
                        + " COSIM_FAILED",
                "ERROR: [COSIM 212-303] Aborting co-simulation: RTL simulation failed. | COSIM_NOT_RUN",
                "ERROR: [COSIM 212-344] Rtl simulation failed. | COSIM_NOT_RUN",
                "can't read \"lib_specifications(part)\": no such variable | PART_NOT_INSTALLED",
                "ERROR: [HLS 200-101] 'set_part': Unknown part 'xc7z020clg999-1'. | PART_NOT_INSTALLED",
                "ERROR: golden vectors golden.bin: the file cannot be opened. | VECTORS_MISSING",
                "ERROR: [COSIM 212-4] *** C/RTL co-simulation finished: FAIL *** | COSIM_FAILED",
                "ERROR: [COSIM 212-360] Aborting co-simulation: C TB simulation failed. | COSIM_TESTBENCH_FAILED",
                "/opt/.settings64-Vitis.sh: line 18: MATLABPATH: unbound variable | SETTINGS_SCRIPT"
            })
    void knowsTheWordsOfEachFailure(String line, FailureCause cause) {
        assertThat(log(line).knownFailure()).hasValueSatisfying(diagnosis -> {
            assertThat(diagnosis.cause()).isEqualTo(cause);
            assertThat(diagnosis.evidence()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INFO: [SIM 211-1] CSim done with 0 errors.",
                "INFO: [Common 17-349] Got license for feature 'Synthesis' and/or device 'xc7z020'",
                "WARNING: [HLS 207-5512] unexpected pragma argument",
                "INFO: [COSIM 212-1000] *** C/RTL co-simulation finished: PASS ***",
                "INFO: [HLS 200-1505] Using default flow_target 'vivado'",
                "INFO [HLS SIM]: The maximum depth reached by any hls::stream() instance in the design is 784",
                "WARNING [HLS SIM]: hls::stream 'x' contains leftover data"
            })
    void harmlessLinesAreNoFailures(String line) {
        ToolLog log = log(line);

        assertThat(log.knownFailure()).isEmpty();
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void theCauseGoesBeforeItsConsequences() {
        ToolLog log = log(
                "ERROR: [COSIM 212-4] *** C/RTL co-simulation finished: FAIL ***",
                "@E Simulation failed: Function 'main' returns nonzero value '1'.",
                "ERROR: Vivado Design Suite cannot be launched because a valid license was not found.");

        assertThat(log.knownFailure()).map(Diagnosis::cause).contains(FailureCause.LICENSE);
    }

    static Stream<Arguments> chains() {
        String csimFailed = "ERROR: [SIM 211-100] CSim failed with errors.";
        String cosimFailed = "ERROR: [COSIM 212-4] *** C/RTL co-simulation finished: FAIL ***";
        return Stream.of(
                chain("ERROR: [HLS 200-627] Cannot find C test bench.", csimFailed),
                chain("@E Simulation failed: SIGSEGV.", csimFailed),
                chain("@E Simulation failed: Function 'main' returns nonzero value '1'.", csimFailed),
                chain("clang: error: unable to execute command: Killed", "t.cpp:1:1: error: no output", csimFailed),
                chain("t.o: undefined reference to `cnn()'", "collect2: error: ld returned 1 exit status", csimFailed),
                chain("/usr/bin/ld: cannot find -lm", "collect2: error: ld returned 1 exit status", csimFailed),
                chain("ERROR: [HLS 207-3776] use of undeclared identifier 'X'", "ERROR: [HLS 200-1715] Encountered"),
                chain("ERROR: [COSIM 212-345] only supports 'ap_ctrl_none' designs:", cosimFailed),
                chain("ERROR: [COSIM 212-360] Aborting co-simulation: C TB simulation failed.", cosimFailed),
                chain(
                        "ERROR: [COSIM 212-379] Detected segmentation violation, please check C tb.",
                        "ERROR: [COSIM 212-361] Aborting co-simulation: C TB post check failed, nonzero return value '1'.",
                        cosimFailed),
                chain("ERROR: [COSIM 212-344] Rtl simulation failed.", cosimFailed),
                chain("// ERROR!!! DEADLOCK DETECTED at 12 ns! //", "ERROR: [COSIM 212-303] Aborting", cosimFailed));
    }

    private static Arguments chain(String... lines) {
        return Arguments.of((Object) lines);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void theFirstSignIsTheCauseInWhateverOrderTheyCome(String[] lines) {
        List<String> backwards = new ArrayList<>(List.of(lines));
        Collections.reverse(backwards);

        assertThat(log(lines).knownFailure()).map(Diagnosis::evidence).contains(lines[0]);
        assertThat(log(backwards.toArray(new String[0])).knownFailure())
                .map(Diagnosis::evidence)
                .contains(lines[0]);
    }

    @Test
    void aConsequenceIsShownWhereItIsAllThereIs() {
        ToolLog log = log("ERROR: [HLS 200-1715] Encountered problem during source synthesis");

        assertThat(log.errors()).containsExactly("ERROR: [HLS 200-1715] Encountered problem during source synthesis");
        assertThat(log.errorCount()).isEqualTo(1);
        assertThat(log.knownFailure()).isEmpty();
    }

    @Test
    void findsVerdictAndSentinelInTheMiddleOfALine() {
        ToolLog log = log(
                "999 imagesall logits agreeINFO: [SIM 211-1] CSim done with 0 errors.",
                "364MNIST-HLS OK csynthINFO: more");

        assertThat(log.sawVerdict()).isTrue();
        assertThat(log.saw(Sentinel.ok(SynthesisStep.CSYNTH))).isTrue();
        assertThat(log.saw(Sentinel.ok(SynthesisStep.COSIM))).isFalse();
    }

    @Test
    void anEchoOfTheScriptIsNoSentinel() {
        assertThat(log("puts \"\\nMNIST-HLS OK $step\"").saw(Sentinel.ok(SynthesisStep.CSYNTH)))
                .isFalse();
    }

    @Test
    void leavesOutErrorsThatSayNothing() {
        ToolLog log = log(
                "ERROR: [HLS 200-70] Syn check fail!",
                "ERROR: [HLS 200-1715] Encountered problem during source synthesis",
                "ERROR: [HLS 207-3776] use of undeclared identifier 'X' (file.cpp:1:25)");

        assertThat(log.errors())
                .containsExactly("ERROR: [HLS 207-3776] use of undeclared identifier 'X' (file.cpp:1:25)");
    }

    @Test
    void collectsTheLoopsWhoseIntervalIsViolated() {
        ToolLog log = log("WARNING: [HLS 200-880] The II Violation in module 'conv1' (loop 'Rows'): Unable to enforce");

        assertThat(log.iiViolations())
                .containsExactly("The II Violation in module 'conv1' (loop 'Rows'): Unable to enforce");
        assertThat(log.warningCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: [SCHED 204-69] Unable to schedule 'load' operation due to limited memory ports.",
                "WARNING: [SCHED 204-68] The II Violation in module '' : Unable to enforce a carried dependence"
            })
    void aModuleWithoutANameIsSaidToHaveNone(String line) {
        assertThat(log(line).iiViolations())
                .singleElement()
                .asString()
                .startsWith("The II Violation in a module without a name")
                .contains(": Unable to ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: [HLS 200-885] The II Violation in module 'm' (loop 'L'): Unable to schedule 'store' operation"
                        + " due to limited memory ports (II = 1)",
                "WARNING: [SCHED 204-68] The II Violation in module 'm' (loop 'L'): Unable to enforce a carried dependence",
                "INFO: [HLS 200-42] -- Implementing module 'm' \nINFO: [SCHED 204-61] Pipelining loop 'L'.\n"
                        + "WARNING: [SCHED 204-69] Unable to schedule 'load' operation due to limited memory ports."
            })
    void everyGenerationNamesModuleAndLoop(String text) {
        ToolLog log = log(text.split("\n", -1));
        log.accept(text.substring(text.lastIndexOf('\n') + 1) + " (II = 2)");

        assertThat(log.iiViolations())
                .singleElement()
                .asString()
                .startsWith("The II Violation in module 'm' (loop 'L'): ");
    }
}
