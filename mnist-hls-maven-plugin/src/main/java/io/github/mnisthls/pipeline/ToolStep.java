/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.reporting.SynthesisFigures;
import io.github.mnisthls.synthesis.StepMode;
import io.github.mnisthls.synthesis.SynthesisListener;
import io.github.mnisthls.synthesis.SynthesisOutcome;
import io.github.mnisthls.synthesis.SynthesisOutcome.CoSimulated;
import io.github.mnisthls.synthesis.SynthesisOutcome.Exported;
import io.github.mnisthls.synthesis.SynthesisOutcome.Failed;
import io.github.mnisthls.synthesis.SynthesisOutcome.Simulated;
import io.github.mnisthls.synthesis.SynthesisOutcome.Synthesized;
import io.github.mnisthls.synthesis.SynthesisRequest;
import io.github.mnisthls.synthesis.SynthesisRunner;
import io.github.mnisthls.synthesis.SynthesisStep;
import io.github.mnisthls.synthesis.Tool;
import io.github.mnisthls.synthesis.ToolSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of an AMD tool that was found. The tool works in {@code synthesis/<tool>}, where its files stay; what later
 * steps need of them is kept as this step's outputs.
 */
final class ToolStep implements Step {
    /** What the step found out, in the terms of the metrics. */
    static final String RESULT = "result.json";

    static final String REPORTS = "reports";
    static final String RTL = "rtl";
    static final String ARTIFACT = "artifact";

    private static final Logger LOG = LoggerFactory.getLogger(ToolStep.class);

    private final SynthesisRequest request;
    private final Tool tool;
    private final Map<String, String> environment;
    private final Map<String, String> upstream;

    ToolStep(SynthesisRequest request, Tool tool, Map<String, String> environment, Map<String, String> upstream) {
        this.request = request;
        this.tool = tool;
        this.environment = environment;
        this.upstream = upstream;
    }

    @Override
    public StepName name() {
        return switch (request.step()) {
            case CSIM -> StepName.CSIM_VENDOR;
            case CSYNTH -> StepName.CSYNTH;
            case COSIM -> StepName.COSIM;
            case EXPORT -> StepName.EXPORT;
        };
    }

    @Override
    public Map<String, String> inputs() {
        Inputs inputs = new Inputs()
                .addAll(upstream)
                .add("tool", tool.kind().program() + " " + tool.version())
                .add("flow", tool.flow());
        if (request.step() == SynthesisStep.EXPORT) {
            inputs.add("exportFormat", request.exportFormat().option());
        }
        return inputs.toMap();
    }

    @Override
    public void run(Path staging) throws IOException {
        SynthesisOutcome outcome = new SynthesisRunner(new ProcessRunner(), environment)
                .run(StepMode.REQUIRED, "", new ToolSearch.Found(tool), request, new LoggedTool());
        if (outcome instanceof Failed) {
            throw new StepFailedException(outcome.describe());
        }
        LOG.info("{}", outcome.describe());
        keep(outcome, staging);
    }

    private static void keep(SynthesisOutcome outcome, Path staging) throws IOException {
        if (outcome instanceof Synthesized synthesized) {
            write(staging, SynthesisFigures.metrics(synthesized));
            FileTree.copy(synthesized.reports(), staging.resolve(REPORTS));
            FileTree.copy(synthesized.rtl(), staging.resolve(RTL));
        } else if (outcome instanceof CoSimulated simulated) {
            write(staging, simulated.report());
        } else if (outcome instanceof Exported exported) {
            Path folder = Files.createDirectories(staging.resolve(ARTIFACT));
            Files.copy(exported.artifact(), folder.resolve(exported.artifact().getFileName()));
        } else if (outcome instanceof Simulated simulated) {
            write(staging, Map.of("tool", simulated.run().toolName()));
        }
    }

    private static void write(Path staging, Object value) {
        AtomicFile.write(staging.resolve(RESULT), Json.write(value));
    }

    /** Passes the tool's own words on to the build's log. */
    private static final class LoggedTool implements SynthesisListener {
        @Override
        public void progress(String line) {
            LOG.info("{}", line);
        }

        @Override
        public void warning(String line) {
            LOG.warn("{}", line);
        }

        @Override
        public void error(String line) {
            LOG.error("{}", line);
        }
    }
}
