/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.Flow;
import io.github.mnisthls.amd.tool.Tool;
import io.github.mnisthls.amd.tool.ToolFinder;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.amd.tool.ToolSearch;
import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.toolchain.CsynthReport;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every generation, every step, every failure, against doubles of the tools. */
@Slow
@Timeout(600)
class SynthesisRunnerTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final ProcessRunner processes = new ProcessRunner();
    private final SynthesisRunner runner = new SynthesisRunner(processes, Map.of(SynthesisRunner.DOUBLES, "accept"));
    private final RecordingListener listener = new RecordingListener();

    @TempDir
    Path root;

    private Path project;
    private Path work;

    @BeforeEach
    void copyProject() throws Exception {
        ToolDoubles.require(getClass());
        FolderMark.put(root);
        project = SmallProject.copyTo(root.resolve("my project"));
        work = root.resolve("target/synthesis of größe");
    }

    private SynthesisRequest request(SynthesisStep step) {
        return new SynthesisRequest(
                step,
                project,
                work,
                SmallProject.TOP,
                SmallProject.VERDICT,
                AmdExportFormat.IP_CATALOG,
                List.of(),
                Optional.of(LIMIT),
                OptionalLong.empty());
    }

    private static SynthesisRequest with(SynthesisRequest request, List<String> launcher, Duration limit) {
        return new SynthesisRequest(
                request.step(),
                request.project(),
                request.workFolder(),
                request.top(),
                request.testbenchVerdict(),
                request.exportFormat(),
                launcher,
                Optional.of(limit),
                request.memoryLimitMiB());
    }

    private ToolSearch search(Path installation, Optional<Flow> flow) throws IOException {
        return new ToolFinder(processes)
                .find(new ToolRequest(Optional.of(installation), Optional.empty(), flow, Map.of()));
    }

    private static Tool found(ToolSearch search) {
        return ((ToolSearch.Found) search).tool();
    }

    private SynthesisOutcome run(ToolSearch search, SynthesisRequest request) throws IOException {
        return runner.run(found(search), request, listener);
    }

    private SynthesisOutcome run(ToolSearch search, SynthesisStep step) throws IOException {
        return run(search, request(step));
    }

    private SynthesisOutcome.Failed fail(ToolSearch search, SynthesisRequest request) throws IOException {
        SynthesisOutcome outcome = run(search, request);
        assertThat(outcome).as(outcome.describe()).isInstanceOf(SynthesisOutcome.Failed.class);
        return (SynthesisOutcome.Failed) outcome;
    }

    private Path installation(String program, String version) throws IOException {
        Path tools = root.resolve("opt/my tools");
        return switch (program) {
            case "vivado_hls" -> ToolDoubles.vivadoHls(tools, version);
            case "vitis_hls" -> ToolDoubles.vitisHls(tools, version);
            default -> ToolDoubles.unified(tools, version);
        };
    }

    static Stream<Arguments> generations() {
        return Stream.of(
                Arguments.of("vivado_hls", "2018.3", Flow.TCL),
                Arguments.of("vivado_hls", "2019.2", Flow.TCL),
                Arguments.of("vitis_hls", "2020.2", Flow.TCL),
                Arguments.of("vitis_hls", "2023.1", Flow.TCL),
                Arguments.of("vitis-run", "2025.1", Flow.TCL),
                Arguments.of("vitis-run", "2025.1", Flow.CONFIG),
                Arguments.of("vitis-run", "2026.1", Flow.CONFIG));
    }

    @ParameterizedTest
    @MethodSource("generations")
    void allStepsOfEachGenerationSucceed(String program, String version, Flow flow) throws Exception {
        ToolSearch search = search(installation(program, version), Optional.of(flow));

        var synthesized = (SynthesisOutcome.Synthesized) run(search, SynthesisStep.CSYNTH);
        var simulated = (SynthesisOutcome.Simulated) run(search, SynthesisStep.CSIM);
        var cosimulated = (SynthesisOutcome.CoSimulated) run(search, SynthesisStep.COSIM);
        var exported = (SynthesisOutcome.Exported) run(search, SynthesisStep.EXPORT);

        assertThat(synthesized.run().version()).isEqualTo(version + "-double");
        CsynthReport report = synthesized.report();
        assertThat(report.version()).isEqualTo(version + "-double");
        assertThat(report.worstLatency()).hasValue(1590);
        assertThat(report.maxInterval()).hasValue(1537);
        assertThat(report.used().dsp()).hasValue(170);
        assertThat(report.used().uram().isPresent()).isEqualTo(!version.equals("2018.3"));
        assertThat(report.modules()).hasSize(program.equals("vivado_hls") ? 0 : 1);
        assertThat(synthesized.remarks()).isEmpty();
        assertThat(synthesized.rtl().resolve("twice.v")).exists();
        assertThat(simulated.run().log()).exists().content().contains(SmallProject.VERDICT);
        assertThat(cosimulated.report().maxInterval()).hasValue(1537);
        assertThat(cosimulated.report().totalCycles()).hasValue(4664);
        assertThat(exported.artifact().getFileName()).hasToString("xilinx_com_hls_twice_1_0.zip");
        assertThat(listener.errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void exportsAKernelObjectToo(String program, String version) throws Exception {
        ToolSearch search = search(installation(program, version), Optional.empty());
        run(search, SynthesisStep.CSYNTH);
        SynthesisRequest request = new SynthesisRequest(
                SynthesisStep.EXPORT,
                project,
                work,
                SmallProject.TOP,
                SmallProject.VERDICT,
                AmdExportFormat.XO,
                List.of(),
                Optional.of(LIMIT),
                OptionalLong.empty());

        var exported = (SynthesisOutcome.Exported) run(search, request);

        assertThat(exported.artifact().getFileName()).hasToString("twice.xo");
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void writesNothingIntoTheGeneratedProject(String program, String version) throws Exception {
        List<Path> before = files(project);

        run(search(installation(program, version), Optional.empty()), SynthesisStep.CSYNTH);

        assertThat(files(project)).isEqualTo(before);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void theScriptBesideTheLogRepeatsTheRun(String program, String version) throws Exception {
        var synthesized = (SynthesisOutcome.Synthesized)
                run(search(installation(program, version), Optional.empty()), SynthesisStep.CSYNTH);
        Path report = synthesized.reports().resolve("csynth.xml");
        Files.delete(report);
        Path rerun = synthesized.run().rerun();

        ProcessResult again =
                processes.run(Command.builder(root, rerun.toString()).build());

        assertThat(rerun.getParent()).isEqualTo(synthesized.run().log().getParent());
        assertThat(again.exitCode()).isZero();
        assertThat(report).exists();
    }

    @Test
    void settingsAreSourcedWithoutBeingGivenTheToolsArguments() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        // As the settings of 2025 and later: they read variables that are not set; and a last command that is false.
        Files.writeString(installation.resolve("settings64.sh"), """
            echo "settings: $# arguments, ${MATLABPATH}"
            export FROM_SETTINGS=yes
            [ -n "$NOTHING" ] && true
            """);

        var outcome = run(search(installation, Optional.empty()), SynthesisStep.CSYNTH);

        assertThat(outcome).isInstanceOf(SynthesisOutcome.Synthesized.class);
        Path log = ((SynthesisOutcome.Synthesized) outcome).run().log();
        assertThat(log).content().contains("settings: 0 arguments, \n");
    }

    @Test
    void theLauncherPrefixesTheCommand() throws Exception {
        ToolSearch search = search(installation("vitis_hls", "2023.1"), Optional.empty());
        List<String> launcher = List.of("sh", "-c", "echo launched: \"$1\"; exec \"$@\"", "launcher");

        var outcome = (SynthesisOutcome.Synthesized) run(search, with(request(SynthesisStep.CSYNTH), launcher, LIMIT));

        assertThat(outcome.run().log()).content().startsWith("launched: ").contains("bin/vitis_hls\n");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                // UG1399 and public logs name these words.
                Arguments.of("license", SynthesisStep.CSYNTH, FailureCause.LICENSE, "XILINXD_LICENSE_FILE"),
                Arguments.of("license-vivado", SynthesisStep.CSYNTH, FailureCause.LICENSE, "Common 17-345"),
                Arguments.of("part", SynthesisStep.CSYNTH, FailureCause.PART_NOT_INSTALLED, "<part>"),
                Arguments.of("compile-error", SynthesisStep.CSYNTH, FailureCause.COMPILE_ERROR, "'kRows'"),
                Arguments.of("no-top", SynthesisStep.CSYNTH, FailureCause.TOP_NOT_FOUND, "top function"),
                Arguments.of("unroll", SynthesisStep.CSYNTH, FailureCause.UNROLL_STOPPED, "'Rows'"),
                Arguments.of("memory", SynthesisStep.CSYNTH, FailureCause.OUT_OF_MEMORY, "out of memory"),
                Arguments.of("crash", SynthesisStep.CSYNTH, FailureCause.KILLED_BY_SIGNAL, "crashed (signal 11)"),
                Arguments.of("killed", SynthesisStep.CSYNTH, FailureCause.KILLED_BY_SIGNAL, "signal 9"),
                Arguments.of("exit-1", SynthesisStep.CSYNTH, FailureCause.EXIT_STATUS, "ended with status 1"),
                Arguments.of("no-report", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_MISSING, "did not produce"),
                Arguments.of("no-rtl", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_MISSING, "*.v"),
                Arguments.of("stale", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_STALE, "older than the run"),
                Arguments.of("garbage", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_UNREADABLE, "csynth.xml"),
                Arguments.of("partial", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_UNREADABLE, "csynth.xml"),
                Arguments.of("entity", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_UNREADABLE, "DOCTYPE"),
                Arguments.of("foreign-report", SynthesisStep.CSYNTH, FailureCause.ARTIFACT_UNREADABLE, "another_top"),
                Arguments.of(
                        "csim-skips-testbench", SynthesisStep.CSIM, FailureCause.SENTINEL_MISSING, "TESTBENCH PASS"),
                Arguments.of("deadlock", SynthesisStep.COSIM, FailureCause.COSIM_DEADLOCK, "FIFO"),
                Arguments.of("cosim-fail", SynthesisStep.COSIM, FailureCause.COSIM_FAILED, "COSIM 212-4"),
                Arguments.of("cosim-fail-quietly", SynthesisStep.COSIM, FailureCause.COSIM_FAILED, "report says"),
                Arguments.of("no-report", SynthesisStep.COSIM, FailureCause.ARTIFACT_MISSING, "twice_cosim.rpt"),
                Arguments.of("date-overflow", SynthesisStep.EXPORT, FailureCause.EXPORT_DATE_OVERFLOW, "y2k22_patch"),
                Arguments.of("no-report", SynthesisStep.EXPORT, FailureCause.ARTIFACT_MISSING, "impl/ip"),
                Arguments.of("not-a-zip", SynthesisStep.EXPORT, FailureCause.ARTIFACT_UNREADABLE, "not a zip file"));
    }

    static Stream<Arguments> failuresOfBothFlows() {
        return failures()
                .flatMap(failure -> Stream.of("vitis_hls", "vitis-run").map(program -> {
                    Object[] values = failure.get();
                    return Arguments.of(program, values[0], values[1], values[2], values[3]);
                }));
    }

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @MethodSource("failuresOfBothFlows")
    void eachFailureIsNamedWithItsRemedy(
            String program, String deed, SynthesisStep step, FailureCause cause, String words) throws Exception {
        Path installation = installation(program, program.equals("vitis_hls") ? "2021.2" : "2025.1");
        ToolSearch search = search(installation, Optional.empty());
        if (step == SynthesisStep.COSIM || step == SynthesisStep.EXPORT) {
            assertThat(run(search, SynthesisStep.CSYNTH)).isInstanceOf(SynthesisOutcome.Synthesized.class);
        }
        ToolDoubles.misbehave(installation, deed);

        SynthesisOutcome.Failed failed = fail(search, request(step));

        assertThat(failed.diagnosis().cause()).as(failed.describe()).isEqualTo(cause);
        assertThat(failed.diagnosis().text())
                .contains(words)
                .doesNotContain("\n")
                .endsWith(".");
        assertThat(failed.describe()).contains("log: " + work).contains("rerun.sh");
    }

    /** Several drivers of the tools record exit status 0 after a failed step. */
    @ParameterizedTest
    @CsvSource({
        "vitis_hls, exit-0, CSYNTH, SENTINEL_MISSING",
        "vitis_hls, exit-0-silent, CSYNTH, SENTINEL_MISSING",
        "vitis_hls, exit-0-silent, CSIM, SENTINEL_MISSING",
        "vitis_hls, cosim-fail-exit-0, COSIM, SENTINEL_MISSING",
        "vitis-run, exit-0, CSYNTH, ERRORS_IN_LOG",
        "vitis-run, exit-0-silent, CSYNTH, ARTIFACT_MISSING",
        "vitis-run, exit-0-silent, CSIM, SENTINEL_MISSING",
        "vitis-run, cosim-fail-exit-0, COSIM, COSIM_FAILED"
    })
    void exitStatusZeroAloneIsNoSuccess(String program, String deed, SynthesisStep step, FailureCause cause)
            throws Exception {
        Path installation = installation(program, program.equals("vitis_hls") ? "2021.2" : "2025.1");
        ToolSearch search = search(installation, Optional.empty());
        run(search, SynthesisStep.CSYNTH);
        ToolDoubles.misbehave(installation, deed);

        assertThat(fail(search, request(step)).diagnosis().cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "vitis_hls, none",
        "vitis_hls, exit-0-after-failure",
        "vitis-run, none",
        "vitis-run, exit-0-after-failure"
    })
    void aPoisonedVectorFailsBothSimulations(String program, String deed) throws Exception {
        Path installation = installation(program, program.equals("vitis_hls") ? "2023.1" : "2025.1");
        ToolSearch search = search(installation, Optional.empty());
        Files.writeString(project.resolve("tb/vectors.txt"), "1 2\n21 43\n");
        run(search, SynthesisStep.CSYNTH);
        ToolDoubles.misbehave(installation, deed);

        SynthesisOutcome.Failed csim = fail(search, request(SynthesisStep.CSIM));
        SynthesisOutcome.Failed cosim = fail(search, request(SynthesisStep.COSIM));

        assertThat(csim.diagnosis().cause()).as(csim.describe()).isEqualTo(FailureCause.CSIM_MISMATCH);
        assertThat(csim.run().orElseThrow().log()).content().contains("MISMATCH 21: 42, not 43");
        assertThat(cosim.diagnosis().cause()).as(cosim.describe()).isEqualTo(FailureCause.COSIM_TESTBENCH_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void aTestbenchThatCrashesOrDoesNotCompileIsToldApart(String program, String version) throws Exception {
        ToolSearch search = search(installation(program, version), Optional.empty());
        Files.writeString(
                project.resolve("tb/main.cpp"), "#include <csignal>\nint main() { raise(SIGSEGV); return 0; }\n");
        SynthesisOutcome.Failed crashed = fail(search, request(SynthesisStep.CSIM));
        Files.writeString(project.resolve("tb/main.cpp"), "int main() { return nothing; }\n");
        SynthesisOutcome.Failed uncompiled = fail(search, request(SynthesisStep.CSIM));

        assertThat(crashed.diagnosis().cause()).as(crashed.describe()).isEqualTo(FailureCause.TESTBENCH_CRASHED);
        assertThat(uncompiled.diagnosis().text()).contains("does not compile", "main.cpp:1", "nothing");
    }

    @Test
    void theMemoryCeilingHoldsForTheToolAndInRerun() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, "limits");
        SynthesisRequest all = request(SynthesisStep.CSYNTH);
        SynthesisRequest request = new SynthesisRequest(
                all.step(),
                all.project(),
                all.workFolder(),
                all.top(),
                all.testbenchVerdict(),
                all.exportFormat(),
                all.launcher(),
                all.limit(),
                OptionalLong.of(3000));

        var synthesized = (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), request);

        assertThat(synthesized.run().log()).content().contains("INFO: virtual memory " + 3000 * 1024 + "\n");
        assertThat(synthesized.run().rerun()).content().contains("ulimit -v", " " + 3000 * 1024 + " ");
    }

    /** What a tool leaves that is killed lies in our folder, and is gone after the next run. */
    @Test
    void temporaryFilesOfTheToolAreInItsFolder() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        SynthesisRequest all = request(SynthesisStep.CSYNTH);
        Path temporary = work.resolve("vitis_hls/csynth/tmp");
        Files.createDirectories(temporary);
        Files.writeString(temporary.resolve("cc0.s"), "of a compiler that was killed");
        SynthesisRequest request = new SynthesisRequest(
                all.step(),
                all.project(),
                all.workFolder(),
                all.top(),
                all.testbenchVerdict(),
                all.exportFormat(),
                List.of("sh", "-c", "echo INFO: temporary files in $TMPDIR; exec \"$@\"", "sh"),
                all.limit(),
                all.memoryLimitMiB());

        var synthesized = (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), request);

        assertThat(synthesized.run().log()).content().contains("INFO: temporary files in " + temporary + "\n");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anInterruptedBuildEndsTheToolAndItsChildren() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, "hang");
        ToolSearch search = search(installation, Optional.empty());
        Path log = work.resolve("vitis_hls/csynth/vitis_hls.log");
        Thread build = new Thread(() -> {
            try {
                run(search, SynthesisStep.CSYNTH);
            } catch (IOException e) {
                // What an interrupt gives; the processes tell the rest.
                Thread.currentThread().interrupt();
            }
        });
        build.start();
        while (!Files.isRegularFile(log) || hanging(log).size() < 2) {
            assertThat(build.isAlive()).isTrue();
            Thread.sleep(50);
        }

        build.interrupt();
        build.join();

        assertThat(hanging(log)).hasSize(2).noneMatch(SynthesisRunnerTest::runs);
    }

    private static List<String> hanging(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("INFO: hanging, "))
                .map(line -> line.substring("INFO: hanging, ".length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"vitis_hls, 2023.1", "vitis-run, 2025.1"})
    void whenTimeIsUpTheToolAndItsChildrenDie(String program, String version) throws Exception {
        Path installation = installation(program, version);
        ToolDoubles.misbehave(installation, "hang");

        SynthesisOutcome.Failed failed = fail(
                search(installation, Optional.empty()),
                with(request(SynthesisStep.CSYNTH), List.of(), Duration.ofSeconds(5)));

        assertThat(failed.diagnosis().cause()).isEqualTo(FailureCause.TIMED_OUT);
        assertThat(failed.describe()).contains("<toolTimeout>");
        List<String> pids = hanging(failed.run().orElseThrow().log());
        assertThat(pids).hasSize(2).noneMatch(SynthesisRunnerTest::runs);
    }

    @Test
    void childrenThatOutliveTheToolDieAndDoNoHarm() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, "orphan");

        var synthesized =
                (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), SynthesisStep.CSYNTH);

        String orphan = Files.readAllLines(synthesized.run().log()).stream()
                .filter(line -> line.startsWith("INFO: orphan "))
                .map(line -> line.substring("INFO: orphan ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(runs(orphan)).isFalse();
    }

    private static boolean runs(String pid) {
        try {
            String status = Files.readString(Path.of("/proc", pid, "stat"));
            return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    @Thorough
    @Test
    void aFloodOfWarningsIsReadInFullLoggedUpToALimitAndShownInPart() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, "flood");

        var synthesized =
                (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), SynthesisStep.CSYNTH);

        // 64 MiB and the line that says so; the words of success come after it.
        assertThat(Files.size(synthesized.run().log())).isBetween(64L << 20, (64L << 20) + 100);
        assertThat(listener.warnings).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "timing-missed, TIMING_NOT_MET, 10.500 ns estimated",
        "ii-violated, II_VIOLATED, 'conv1' (loop 'Rows')",
        "too-large, TOO_LARGE, '99999 LUT, the part has 53200'",
        "error-printed, ERRORS_IN_LOG, 'printed 1 errors'"
    })
    void whatTheToolLetsPassIsRemarked(String deed, FailureCause cause, String words) throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, deed);

        var synthesized =
                (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), SynthesisStep.CSYNTH);

        assertThat(synthesized.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.cause()).isEqualTo(cause);
            assertThat(remark.text()).contains(words);
        });
        assertThat(synthesized.describe()).contains("note: ", words);
    }

    @Test
    void anUndefinedLatencyIsAbsentNotZero() throws Exception {
        Path installation = installation("vitis_hls", "2023.1");
        ToolDoubles.misbehave(installation, "undefined-latency");

        var synthesized =
                (SynthesisOutcome.Synthesized) run(search(installation, Optional.empty()), SynthesisStep.CSYNTH);

        assertThat(synthesized.report().worstLatency()).isEmpty();
        assertThat(synthesized.report().maxInterval()).isEmpty();
        assertThat(synthesized.describe()).contains("latency not known before run time");
    }

    @Test
    void resultsOfAnEarlierRunNeverCount() throws Exception {
        Path installation = installation("vitis-run", "2025.1");
        ToolSearch search = search(installation, Optional.empty());
        run(search, SynthesisStep.CSYNTH);
        ToolDoubles.misbehave(installation, "no-report");

        assertThat(fail(search, request(SynthesisStep.CSYNTH)).diagnosis().cause())
                .isEqualTo(FailureCause.ARTIFACT_MISSING);
    }

    @Test
    void coSimulationAndExportNeedSynthesis() throws Exception {
        ToolSearch search = search(installation("vitis_hls", "2023.1"), Optional.empty());

        for (SynthesisStep step : List.of(SynthesisStep.COSIM, SynthesisStep.EXPORT)) {
            SynthesisOutcome.Failed failed = fail(search, request(step));
            assertThat(failed.diagnosis().cause()).isEqualTo(FailureCause.NOT_SYNTHESIZED);
            assertThat(failed.describe()).contains("mvn mnist-hls:csynth");
        }
    }

    @Test
    void aDoubleIsRefusedOutsideTests() throws Exception {
        ToolSearch search = search(installation("vitis_hls", "2023.1"), Optional.empty());
        SynthesisRunner user = new SynthesisRunner(processes, Map.of());

        SynthesisOutcome outcome = user.run(found(search), request(SynthesisStep.CSYNTH), listener);

        assertThat(outcome).isInstanceOf(SynthesisOutcome.Failed.class);
        assertThat(outcome.describe()).contains("double of the tool for tests (version 2023.1-double)");
    }

    @Test
    void twoRunsAtOnceDoNotDisturbEachOther() throws Exception {
        ToolSearch search = search(installation("vitis_hls", "2023.1"), Optional.empty());
        List<SynthesisRequest> requests = Stream.of("a", "b")
                .map(name -> new SynthesisRequest(
                        SynthesisStep.CSIM,
                        project,
                        work.resolve(name),
                        SmallProject.TOP,
                        SmallProject.VERDICT,
                        AmdExportFormat.IP_CATALOG,
                        List.of(),
                        Optional.of(LIMIT),
                        OptionalLong.empty()))
                .toList();

        List<SynthesisOutcome> outcomes = requests.parallelStream()
                .map(request -> {
                    try {
                        return runner.run(found(search), request, SynthesisListener.NONE);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(SynthesisOutcome.Simulated.class);
    }
}
