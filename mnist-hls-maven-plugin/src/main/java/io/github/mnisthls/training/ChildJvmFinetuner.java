/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.network.file.NetworkFolder;

/** Trains on in a child JVM. */
public record ChildJvmFinetuner(TrainingChild child) implements Finetuner {
    private static final String MAIN_CLASS = "io.github.mnisthls.dl4j.FinetuningProcess";

    @Override
    public void finetune(FinetuningRequest request) {
        TrainingFiles files = new TrainingFiles(request.folder());
        child.run(files, request.job().settings(), request.images(), MAIN_CLASS, () -> {
            request.job().write(files.job());
            NetworkFolder.write(request.folded(), files.start());
        });
    }
}
