/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.reporting.WidthTable;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingSettings;
import io.github.mnisthls.training.engine.Training;
import io.github.mnisthls.widths.WidthChoice;
import io.github.mnisthls.widths.WidthSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how many bits each layer gets, where {@code <precision>} leaves that open. */
final class WidthStep implements Step {
    static final String FILE = "widths.json";

    private static final Logger LOG = LoggerFactory.getLogger(WidthStep.class);

    private final PrecisionSettings precision;
    private final TrainingSettings training;
    private final HardwareRequest hardware;
    private final DatasetSource dataset;
    private final Path model;

    WidthStep(
            PrecisionSettings precision,
            TrainingSettings training,
            HardwareRequest hardware,
            DatasetSource dataset,
            WorkFolder work) {
        this.precision = precision;
        this.training = training;
        this.hardware = hardware;
        this.dataset = dataset;
        this.model = work.folder(StepName.TRAIN);
    }

    @Override
    public StepName name() {
        return StepName.WIDTHS;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("removes bits as long as the accuracy falls by at most " + drop() + " on validation images");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("calibrationImages", precision.calibrationImages())
                .add("maximumAccuracyDrop", drop())
                .add("seed", training.seed())
                .add("validationImages", training.validationImages())
                .add("hardware.part", hardware.part().name())
                .addAll("hardware", hardware)
                .toMap();
    }

    private double drop() {
        return precision.maximumAccuracyDrop().orElseThrow();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        Network network = NetworkFolder.read(new TrainingFiles(model).network());
        LabeledImages images = dataset.read(network.architecture().classes()).training();
        WidthChoice choice = new WidthSearch(
                        FoldBatchNorm.fold(network),
                        images.first(precision.calibrationImages()),
                        Training.validation(images, training),
                        drop(),
                        this::cost,
                        Runtime.getRuntime().availableProcessors())
                .run();
        WidthTable.lines(choice).forEach(LOG::info);
        AtomicFile.write(staging.resolve(FILE), Json.write(choice));
    }

    /** Cycles per image times the share of the part that they keep busy. */
    private double cost(QuantizedNetwork network) {
        try {
            HardwarePlan plan = new Planner().plan(network, hardware);
            return plan.intervalCycles()
                    * share(plan.estimate(), hardware.part().resources());
        } catch (InvalidSettingException e) {
            LOG.debug("does not fit", e);
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double share(Resources used, Resources all) {
        return share(used.lut(), all.lut())
                + share(used.ff(), all.ff())
                + share(used.dsp(), all.dsp())
                + share(used.bram18(), all.bram18());
    }

    private static double share(long used, long all) {
        return (double) used / Math.max(all, 1);
    }
}
