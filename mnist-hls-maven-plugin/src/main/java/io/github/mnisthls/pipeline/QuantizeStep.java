/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.AccumulatorTable;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.PredictionFile;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.FormatPlan;
import io.github.mnisthls.quantization.LayerScale;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.RangeWarning;
import io.github.mnisthls.quantization.WeightExport;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.training.TrainingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds and quantizes the network, and looks at the test images with each of the three networks. */
final class QuantizeStep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(QuantizeStep.class);
    /** What the emulator makes of all test images. */
    static final String PREDICTIONS = "internal/predictions.bin";

    /** What is kept for the steps behind it and means nothing to others. */
    static final String INTERNAL = "internal";

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrecisionSettings settings;
    private final DatasetSource dataset;
    private final Path model;
    private final TrainingFiles finetuned;

    QuantizeStep(PrecisionSettings settings, DatasetSource dataset, WorkFolder work) {
        this.settings = settings;
        this.dataset = dataset;
        this.model = work.folder(StepName.TRAIN);
        this.finetuned = new TrainingFiles(work.folder(StepName.FINETUNE));
    }

    @Override
    public StepName name() {
        return StepName.QUANTIZE;
    }

    @Override
    public Optional<String> task() {
        return Optional.of(
                "folds, quantizes to " + SeenValue.of(settings.precision().text()) + ", computes the test images");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("precision", settings.precision().text())
                .add("calibrationImages", settings.calibrationImages())
                .add("finetune", settings.finetunes())
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Network network = NetworkFolder.read(new TrainingFiles(model).network());
        Dataset data = dataset.read(network.architecture().classes());
        Network folded = FoldBatchNorm.fold(network);
        LabeledImages calibration = data.training().first(settings.calibrationImages());
        Quantization quantization = quantize(folded, calibration, threads);
        LayerScale.checkSomeLeft(folded, quantization.network(), settings.precision());
        quantization.warnings().forEach(QuantizeStep::tell);

        LabeledImages test = data.test();
        long start = System.nanoTime();
        Emulator emulator = new Emulator(quantization.network());
        Emulator.Observed observed = emulator.observe(test, threads);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        QuantizationSummary summary =
                new Comparison(network, folded, settings.precision(), data, isLoaded()).summary(observed.predictions());
        summary.warnings().forEach(LOG::warn);
        QuantizationStore.save(quantization, staging);
        PredictionFile.write(observed.predictions(), staging.resolve(PREDICTIONS));
        AtomicFile.write(staging.resolve(SeenRanges.FILE), Json.write(new SeenRanges(observed.accumulators())));
        WeightExport.write(quantization.network(), staging);
        AtomicFile.write(
                staging.resolve(AccumulatorTable.FILE),
                Json.write(AccumulatorTable.of(
                        quantization,
                        calibration.count(),
                        emulator.observe(calibration, threads).accumulators())));
        OriginalNames.read(model).write(staging.resolve(INTERNAL));
        AtomicFile.write(staging.resolve(QuantizationSummary.FILE), Json.write(summary));
        AtomicFile.write(
                staging.resolve(EmulatorSpeed.FILE),
                Json.write(new EmulatorSpeed(test.count(), test.count() / seconds)));
    }

    private Quantization quantize(Network folded, LabeledImages calibration, int threads) {
        return settings.finetunes()
                ? Quantizer.quantize(
                        NetworkFolder.read(finetuned.network()),
                        settings.precision(),
                        FormatPlan.read(finetuned.formats()),
                        calibration,
                        threads)
                : Quantizer.quantize(folded, settings.precision(), calibration, threads);
    }

    /** Whether the network was trained elsewhere: a training of this build leaves its history. */
    private boolean isLoaded() {
        return Files.notExists(new TrainingFiles(model).history());
    }

    /** Saturation that the data show costs accuracy; one that is only possible is worth knowing. */
    private static void tell(RangeWarning warning) {
        if (warning.seen()) {
            LOG.warn("{}", warning.message());
        } else {
            LOG.info("{}", warning.message());
        }
    }
}
