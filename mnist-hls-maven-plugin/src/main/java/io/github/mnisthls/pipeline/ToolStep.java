/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.reporting.SynthesisFigures;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.LoggedTool;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisOutcome.CoSimulated;
import io.github.mnisthls.toolchain.SynthesisOutcome.Exported;
import io.github.mnisthls.toolchain.SynthesisOutcome.Failed;
import io.github.mnisthls.toolchain.SynthesisOutcome.Simulated;
import io.github.mnisthls.toolchain.SynthesisOutcome.Synthesized;
import io.github.mnisthls.toolchain.SynthesisRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of an HLS tool that was found. The tool works in {@code synthesis/<tool>}, where its files stay; what later
 * steps need of them is kept as this step's outputs.
 */
final class ToolStep implements Step {
    /** What the step found out, in the terms of the metrics. */
    static final String RESULT = "result.json";

    /** What C synthesis says of the design, whatever the form of the tool's own reports. */
    static final String SYNTHESIS = "synthesis.json";

    static final String REPORTS = "reports";
    static final String RTL = "rtl";
    static final String ARTIFACT = "artifact";

    private static final Logger LOG = LoggerFactory.getLogger(ToolStep.class);

    private final StepName name;
    private final SynthesisRequest request;
    private final HlsTool tool;
    private final GoldenImages golden;
    private final int cosimImages;

    /**
     * A step that has yet to run.
     *
     * @param request     of that step
     * @param golden      what the testbench compares with
     * @param cosimImages how many of them co-simulation runs at most
     */
    ToolStep(StepName name, SynthesisRequest request, HlsTool tool, GoldenImages golden, int cosimImages) {
        this.name = name;
        this.request = request;
        this.tool = tool;
        this.golden = golden;
        this.cosimImages = cosimImages;
    }

    @Override
    public StepName name() {
        return name;
    }

    @Override
    public Map<String, String> inputs() {
        Inputs inputs = new Inputs().addAll(tool.identity());
        switch (request.step()) {
            case EXPORT -> inputs.add("exportFormat", request.exportFormat().label());
            // The accuracy that is kept depends on the labels too.
            case CSIM, COSIM -> inputs.add("dataset", golden.fingerprint());
            case CSYNTH -> {}
        }
        return inputs.toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        SynthesisOutcome outcome = tool.run(request, new LoggedTool());
        if (outcome instanceof Failed failed) {
            throw new ToolFailedException(name, failed.describe(), SynthesisFigures.failure(failed));
        }
        LOG.info("{}", outcome.describe());
        keep(outcome, staging);
        AtomicFile.write(staging.resolve(ToolVerdict.FILE), Json.write(ToolVerdict.of(outcome)));
    }

    private void keep(SynthesisOutcome outcome, Path staging) throws IOException {
        if (outcome instanceof Synthesized synthesized) {
            write(staging, SynthesisFigures.metrics(synthesized));
            AtomicFile.write(staging.resolve(SYNTHESIS), Json.write(synthesized.report()));
            FileTree.copy(synthesized.reports(), staging.resolve(REPORTS));
            FileTree.copy(synthesized.rtl(), staging.resolve(RTL));
        } else if (outcome instanceof CoSimulated simulated) {
            keep(simulated, staging);
        } else if (outcome instanceof Exported exported) {
            write(staging, SynthesisFigures.metrics(exported));
            Path folder = Files.createDirectories(staging.resolve(ARTIFACT));
            Files.copy(exported.artifact(), folder.resolve(exported.artifact().getFileName()));
        } else if (outcome instanceof Simulated simulated) {
            keep(simulated, staging);
        }
    }

    /** The testbench's words are no proof that it ran all images; its counts are. */
    private void keep(Simulated simulated, Path staging) {
        GoldenImages.Golden expected = golden.all();
        long images = simulated.images().orElse(0);
        long logits = simulated.logitsCompared().orElse(0);
        if (images != expected.count() || logits != expected.logits()) {
            throw new StepFailedException("C simulation by " + simulated.run().toolName() + " says that all logits are"
                    + " equal, but it compared " + logits + " of " + images + " images, not " + expected.logits()
                    + " of " + expected.count() + ". The testbench or the script was altered: it must run all golden"
                    + " vectors, and print 'images' and 'logitsCompared' as the plugin's own does.");
        }
        CsimMetrics metrics = new CsimMetrics(
                simulated.run().toolName(),
                expected.count(),
                expected.logits(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty());
        write(staging, new CsimRecord(expected.accuracy(), metrics));
    }

    /** Where the testbench's words do not reach the tool's output, the script's number of images counts. */
    private void keep(CoSimulated simulated, Path staging) {
        GoldenImages.Golden expected = golden.firstAtMost(cosimImages);
        if (simulated.images().orElse(expected.count()) != expected.count()) {
            throw new StepFailedException(
                    "C/RTL co-simulation by " + simulated.run().toolName() + " ran "
                            + simulated.images().orElse(0) + " images, not the first " + expected.count()
                            + " as " + Settings.COSIM_IMAGES + " asks. The script was altered: it must hand the"
                            + " number on to the testbench.");
        }
        write(staging, new CosimRecord(expected.accuracy(), SynthesisFigures.metrics(simulated, expected.count())));
    }

    private static void write(Path staging, Object value) {
        AtomicFile.write(staging.resolve(RESULT), Json.write(value));
    }
}
