/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.util.concurrent.atomic.AtomicInteger;

/** The float32 network as it stands. Dropout does nothing. */
public final class FloatInference {
    private static final int MAX_BLOCK = 64;
    /** Values that one thread keeps at a time, so that large networks take fewer images at once. */
    private static final int MAX_VALUES = 1 << 22;

    private static final float PIXEL_SCALE = 255f;

    private final FloatLayers layers;

    public FloatInference(Network network) {
        layers = FloatLayers.of(network);
    }

    /** The logits of one image. */
    public float[] logits(LabeledImages images, int image) {
        float[][][] activations = layers.buffers(1);
        run(images, image, image + 1, activations);
        float[][] last = activations[activations.length - 1];
        float[] logits = new float[last.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = last[i][0];
        }
        return logits;
    }

    /** Fraction of the images whose largest logit (the first among equals) is that of the label. */
    public double accuracy(LabeledImages images, int threads) {
        AtomicInteger correct = new AtomicInteger();
        int block = Math.max(1, Math.min(MAX_BLOCK, MAX_VALUES / layers.values()));
        Chunks.forEach(images.count(), block, threads, () -> {
            float[][][] activations = layers.buffers(block);
            return (first, end) -> {
                run(images, first, end, activations);
                for (int image = first; image < end; image++) {
                    if (argmax(activations[activations.length - 1], image - first) == images.label(image)) {
                        correct.incrementAndGet();
                    }
                }
            };
        });
        return (double) correct.get() / images.count();
    }

    /**
     * Arrays for some images: their input, then each layer's output, in the layers' order; in each a row per value, with a
     * column per image.
     */
    float[][][] buffers(int images) {
        return layers.buffers(images);
    }

    /** Computes the images from {@code first} to before {@code end}; fills the arrays that {@link #buffers} made. */
    void run(LabeledImages images, int first, int end, float[][][] activations) {
        float[][] input = activations[0];
        for (int i = 0; i < input.length; i++) {
            for (int image = first; image < end; image++) {
                input[i][image - first] = images.pixel(image, i) / PIXEL_SCALE;
            }
        }
        layers.run(activations, end - first);
    }

    private static int argmax(float[][] logits, int column) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i][column] > logits[best][column]) {
                best = i;
            }
        }
        return best;
    }
}
