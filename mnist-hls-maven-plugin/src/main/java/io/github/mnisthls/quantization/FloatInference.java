/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.util.concurrent.atomic.AtomicInteger;

/** The float32 network as it stands, image by image. Dropout does nothing. */
public final class FloatInference {
    private static final int CHUNK = 50;
    private static final float PIXEL_SCALE = 255f;

    private final FloatLayers layers;

    public FloatInference(Network network) {
        layers = FloatLayers.of(network);
    }

    /** The logits of one image. */
    public float[] logits(LabeledImages images, int image) {
        float[][] activations = layers.buffers();
        run(images, image, activations);
        return activations[activations.length - 1].clone();
    }

    /** Fraction of the images whose largest logit (the first among equals) is that of the label. */
    public double accuracy(LabeledImages images, int threads) {
        AtomicInteger correct = new AtomicInteger();
        Chunks.forEach(images.count(), CHUNK, threads, () -> {
            float[][] activations = layers.buffers();
            return (first, end) -> {
                for (int image = first; image < end; image++) {
                    run(images, image, activations);
                    if (argmax(activations[activations.length - 1]) == images.label(image)) {
                        correct.incrementAndGet();
                    }
                }
            };
        });
        return (double) correct.get() / images.count();
    }

    /** Arrays for one image: its input, then each layer's output, in the layers' order. */
    float[][] buffers() {
        return layers.buffers();
    }

    /** Computes one image; fills the arrays that {@link #buffers} made. */
    void run(LabeledImages images, int image, float[][] activations) {
        float[] input = activations[0];
        for (int i = 0; i < input.length; i++) {
            input[i] = images.pixel(image, i) / PIXEL_SCALE;
        }
        layers.run(activations);
    }

    private static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
