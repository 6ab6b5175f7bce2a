/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.util.Arrays;

/** Runs a float network on images, without any native code. Closes its threads. */
public final class Inference implements AutoCloseable {
    private static final int BATCH = 4 * Kernels.LANES;

    private final ShardedModel sharded;

    public Inference(Network network, int threads) {
        this(ModelBuilder.of(network), threads);
    }

    Inference(Model model, int threads) {
        this.sharded = new ShardedModel(model, threads);
    }

    /** Fraction of the images that are recognized. */
    public double accuracy(LabeledImages images) {
        int correct = 0;
        for (int from = 0; from < images.count(); from += BATCH) {
            correct += sharded.judge(ImageLoader.plain(images), batch(images, from))
                    .correct();
        }
        return (double) correct / images.count();
    }

    /** The logits of each image. */
    public float[][] logits(LabeledImages images) {
        float[][] result = new float[images.count()][];
        for (int from = 0; from < images.count(); from += BATCH) {
            float[][] logits = sharded.logits(ImageLoader.plain(images), batch(images, from));
            System.arraycopy(logits, 0, result, from, logits.length);
        }
        return result;
    }

    private static int[] batch(LabeledImages images, int from) {
        int[] numbers = new int[Math.min(BATCH, images.count() - from)];
        Arrays.setAll(numbers, i -> from + i);
        return numbers;
    }

    @Override
    public void close() {
        sharded.close();
    }
}
