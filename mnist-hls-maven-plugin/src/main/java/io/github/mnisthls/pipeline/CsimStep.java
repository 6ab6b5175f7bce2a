/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.simulation.CSimulation;
import io.github.mnisthls.simulation.HostCompiler;
import io.github.mnisthls.simulation.Prediction;
import io.github.mnisthls.simulation.SimulationRequest;
import io.github.mnisthls.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Simulates the generated C++ on the golden images. The testbench compares every logit with the golden vectors; what it
 * printed is then compared with the emulator's predictions once more, so that a testbench that compares nothing would be noticed.
 */
final class CsimStep implements Step {
    private final CsimSettings settings;
    private final int images;
    private final DatasetSource dataset;
    private final WorkFolder work;
    private final HostCompiler compiler;

    /**
     * A step that has yet to run.
     *
     * @param goldenImages as in the generated project; 0 is all test images
     */
    CsimStep(CsimSettings settings, int goldenImages, DatasetSource dataset, WorkFolder work, HostCompiler compiler) {
        this.settings = settings;
        this.images = goldenImages;
        this.dataset = dataset;
        this.work = work;
        this.compiler = compiler;
    }

    @Override
    public StepName name() {
        return StepName.CSIM;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("compiles with " + compiler.version() + ", then simulates");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("compiler", String.join(" ", compiler.words()) + ": " + compiler.version())
                .add("flags", settings.flags())
                .add("XILINX_HLS", settings.environment().getOrDefault("XILINX_HLS", ""))
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        GoldenImages.Golden golden = new GoldenImages(dataset, work.folder(StepName.QUANTIZE), images).all();
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), golden.count());
        SimulationRequest request = new SimulationRequest(
                work.folder(StepName.GENERATE),
                staging,
                compiler,
                settings.flags(),
                golden.count(),
                threads,
                settings.timeLimit());
        SimulationResult result = new CSimulation().run(request, settings.environment());
        if (result instanceof SimulationResult.Equal equal) {
            double accuracy = accuracy(equal.predictions(), golden);
            CsimMetrics metrics = new CsimMetrics(
                    compiler.version(),
                    equal.images(),
                    equal.logitsCompared(),
                    0,
                    OptionalDouble.of(equal.images() / equal.simulateSeconds()),
                    OptionalDouble.of(equal.compileSeconds()));
            AtomicFile.write(staging.resolve(CsimRecord.FILE), Json.write(new CsimRecord(accuracy, metrics)));
        } else {
            throw new StepFailedException(CsimFailure.describe(result, request, keepLogs(staging)));
        }
    }

    /** What failed stays for a look, outside of the outputs. */
    private Path keepLogs(Path staging) throws IOException {
        Path failed = work.root().resolve("csim-failed");
        FileTree.delete(failed);
        FileTree.copy(staging, failed);
        return failed;
    }

    private static double accuracy(List<Prediction> predictions, GoldenImages.Golden golden) {
        LabeledImages images = golden.images();
        Predictions emulated = golden.predictions();
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            Prediction prediction = predictions.get(i);
            for (int logit = 0; logit < emulated.classes(); logit++) {
                if (prediction.image() != i || prediction.logits().get(logit) != emulated.logit(i, logit)) {
                    throw new StepFailedException("C simulation says that all logits are equal, but logit " + logit
                            + " of image " + i + " is " + prediction.logits().get(logit) + " where the emulator gives "
                            + emulated.logit(i, logit)
                            + ". The testbench or the golden vectors were altered: generate the project again with"
                            + " " + Settings.FORCE.option() + ".");
                }
            }
            right += prediction.predictedClass() == images.label(i) ? 1 : 0;
        }
        return (double) right / images.count();
    }
}
