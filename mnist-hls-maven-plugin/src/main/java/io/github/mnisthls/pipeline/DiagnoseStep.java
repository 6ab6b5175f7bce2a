/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.diagnosis.Diagnosis;
import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.reporting.DiagnosisTables;
import io.github.mnisthls.training.TrainingFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Looks for what is wrong with the network and its precision. */
final class DiagnoseStep implements Step {
    static final String FILE = "diagnosis.json";

    private final Precision precision;
    private final DatasetSource dataset;
    private final Path model;

    DiagnoseStep(Precision precision, DatasetSource dataset, WorkFolder work) {
        this.precision = precision;
        this.dataset = dataset;
        this.model = work.folder(StepName.TRAIN);
    }

    @Override
    public StepName name() {
        return StepName.DIAGNOSE;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("tries what may be wrong with the network and its precision");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("precision", precision.text())
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) {
        Network network = NetworkFolder.read(new TrainingFiles(model).network());
        ModelDiagnosis diagnosis = Diagnosis.of(
                network,
                precision,
                dataset.read(network.architecture().classes()).training(),
                Runtime.getRuntime().availableProcessors());
        AtomicFile.write(staging.resolve(FILE), Json.write(diagnosis));
        AtomicFile.write(staging.resolve("layers.csv"), DiagnosisTables.csv(diagnosis));
    }
}
