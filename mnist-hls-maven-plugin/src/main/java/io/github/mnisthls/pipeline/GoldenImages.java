/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.QuantizedNetworkStore;
import java.nio.file.Path;

/** The test images that are golden vectors of the generated project, and what the emulator makes of them. */
final class GoldenImages {
    private final DatasetSource dataset;
    private final Path weights;
    private final int limit;

    /**
     * The first images of the test set.
     *
     * @param weights the folder of the quantization's results
     * @param limit   how many; 0 is all of them
     */
    GoldenImages(DatasetSource dataset, Path weights, int limit) {
        this.dataset = dataset;
        this.weights = weights;
        this.limit = limit;
    }

    /** Changes when the images or their labels do. */
    String fingerprint() {
        return dataset.fingerprint();
    }

    /** What equals the emulator bit for bit has its accuracy too. */
    Accuracy firstAtMost(int most) {
        QuantizedNetwork network = QuantizedNetworkStore.load(weights);
        LabeledImages test = dataset.read(network.classes()).test();
        LabeledImages images = test.first(Math.min(most, limit == 0 ? test.count() : limit));
        Predictions predictions =
                new Emulator(network).run(images, Runtime.getRuntime().availableProcessors());
        return new Accuracy(images.count(), network.classes(), predictions.accuracy());
    }

    /** Of all golden images. */
    Accuracy all() {
        return firstAtMost(Integer.MAX_VALUE);
    }

    /**
     * Of some images.
     *
     * @param fraction of the images that are classified right
     */
    record Accuracy(int images, int classes, double fraction) {
        long logits() {
            return (long) images * classes;
        }
    }
}
