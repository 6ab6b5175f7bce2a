/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.tool.Tool;
import io.github.mnisthls.amd.tool.ToolCommand;
import io.github.mnisthls.amd.tool.ToolVersion;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.process.RerunScript;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.RunFacts;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one step of an AMD tool and judges it. */
public final class SynthesisRunner {
    /** Environment variable that tests set to {@code accept} so that doubles of the tools count. */
    public static final String DOUBLES = "MNIST_HLS_TOOL_DOUBLES";

    private final ProcessRunner runner;
    private final Doubles doubles;

    /**
     * @param runner      runs the tool
     * @param environment the environment of the build
     */
    public SynthesisRunner(ProcessRunner runner, Map<String, String> environment) {
        this.runner = runner;
        this.doubles = new Doubles("accept".equals(environment.get(DOUBLES)));
    }

    /**
     * Runs the step.
     *
     * @throws InterruptedIOException if the thread was interrupted; the tool and all it started are dead then
     * @throws IOException            if the work folder cannot be written or the tool cannot be started
     */
    public SynthesisOutcome run(Tool tool, SynthesisRequest request, SynthesisListener listener) throws IOException {
        RunFolder folder = RunFolder.prepare(tool, request);
        if (needsRtl(request.step()) && !Files.isDirectory(folder.synthesisReports())) {
            return new SynthesisOutcome.Failed(request.step(), Optional.empty(), notSynthesized(folder), List.of());
        }
        ToolLog log = new ToolLog(request.testbenchVerdict());
        Command command = command(tool, request, folder, new LiveView(request.step(), log, listener));
        RerunScript.write(folder.rerun(), command);
        ProcessResult result = runner.run(command);
        ToolVersion version = log.version().orElse(tool.version());
        RunFacts facts = new RunFacts(
                request.step(), tool.kind().program(), version.text(), result.duration(), folder.log(), folder.rerun());
        return new Judge(request, folder, log, facts, tool.flow(), doubles).judge(result);
    }

    private static boolean needsRtl(SynthesisStep step) {
        return step == SynthesisStep.COSIM || step == SynthesisStep.EXPORT;
    }

    private static Diagnosis notSynthesized(RunFolder folder) {
        return new Diagnosis(
                FailureCause.NOT_SYNTHESIZED,
                "there is no RTL in " + folder.solution(),
                "",
                "Run csynth first: mvn mnist-hls:csynth " + Settings.FORCE.option() + ".");
    }

    private static Command command(Tool tool, SynthesisRequest request, RunFolder folder, LiveView view)
            throws IOException {
        String input = folder.writeInput(tool.flow(), request);
        Path project = folder.project();
        Command.Builder builder = ToolCommand.sourcing(
                        tool.settingsScript(), project, StepCommand.of(tool, request.step(), input))
                .launcher(request.launcher())
                .logFile(folder.log())
                .environment("TMPDIR", folder.temporary().toString())
                .endWithParent()
                .listener(view);
        request.limit().ifPresent(builder::limit);
        request.memoryLimitMiB().ifPresent(builder::memoryLimitMiB);
        return builder.build();
    }
}
