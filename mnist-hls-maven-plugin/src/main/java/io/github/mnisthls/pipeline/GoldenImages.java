/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.PredictionFile;
import io.github.mnisthls.emulation.Predictions;
import java.nio.file.Path;

/** The test images that are golden vectors of the generated project, and what the emulator made of them. */
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

    /** All of them. */
    Golden all() {
        return firstAtMost(Integer.MAX_VALUE);
    }

    /** The first of them. */
    Golden firstAtMost(int most) {
        Predictions predictions = PredictionFile.read(weights.resolve(QuantizeStep.PREDICTIONS));
        LabeledImages test = dataset.read(predictions.classes()).test();
        LabeledImages images = test.first(limit == 0 ? most : Math.min(most, limit));
        return new Golden(images, predictions.first(images.count()));
    }

    /**
     * Some images, and what equals the emulator bit for bit gives for them.
     *
     * @param predictions in the order of the images
     */
    record Golden(LabeledImages images, Predictions predictions) {
        int count() {
            return images.count();
        }

        long logits() {
            return (long) images.count() * predictions.classes();
        }

        double accuracy() {
            return predictions.accuracy(images);
        }
    }
}
