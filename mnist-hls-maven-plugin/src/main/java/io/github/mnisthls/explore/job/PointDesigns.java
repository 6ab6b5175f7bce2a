/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.GoldenVectors;

/** Designs of points whose jobs are done, whole, so that they can be generated. */
public final class PointDesigns {
    private final Site site;
    private final JobStore store;
    private Dataset dataset;

    /**
     * One of them.
     *
     * @param golden a single image for the testbench
     */
    public record Design(QuantizedNetwork network, HardwarePlan plan, GoldenVectors golden) {}

    public PointDesigns(Site site) {
        this.site = site;
        this.store = new JobStore(site.root());
    }

    /**
     * The design of a plan.
     *
     * @param clockPeriodNs of the point; where no target depends on it the job has another
     */
    public Design of(PlanJob job, double clockPeriodNs) {
        QuantizedNetwork network =
                QuantizationStore.load(store.folder(job.quantized())).network();
        HardwarePlan plan = PlanWork.plan(network, job, clockPeriodNs);
        return new Design(network, plan, golden(network));
    }

    private GoldenVectors golden(QuantizedNetwork network) {
        if (dataset == null) {
            dataset = site.images(network.classes());
        }
        LabeledImages image = dataset.test().first(1);
        byte[] pixels = new byte[image.shape().size()];
        image.copyImage(0, pixels);
        Predictions predictions = new Emulator(network).run(image, 1);
        return GoldenVectors.of(image.shape(), predictions.classes(), pixels, predictions.logits());
    }
}
