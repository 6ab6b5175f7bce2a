/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small networks in which no two extents are alike, and images for them. */
public final class SampleNetworks {
    private SampleNetworks() {}

    /** Every layer that can be differentiated everywhere; padding, strides and kernels all uneven. */
    public static Architecture smooth() {
        return new Architecture(
                "smooth",
                new Shape(2, 9, 8),
                List.of(
                        new BatchNorm("norm0", 1e-5),
                        new Conv2d("conv1", 3, new Window(3, 2, 2, 1, new Padding(1, 0, 1, 0))),
                        new BatchNorm("norm1", 1e-5),
                        new Conv2d("conv2", 5, new Window(2, 3, 1, 2, Padding.NONE)),
                        new AveragePool("pool1", new Window(2, 2, 1, 1, Padding.NONE)),
                        new Flatten("flatten"),
                        new BatchNorm("norm2", 1e-5),
                        new Dense("dense1", 7),
                        new BatchNorm("norm3", 1e-3),
                        new Dense("dense2", 4)));
    }

    /** With kinks: rectifiers and overlapping maxima; ends in a global mean. */
    public static Architecture kinked() {
        return new Architecture(
                "kinked",
                new Shape(2, 9, 8),
                List.of(
                        new Conv2d("conv1", 6, new Window(3, 2, 1, 1, new Padding(1, 1, 0, 1))),
                        new BatchNorm("norm1", 1e-5),
                        new Relu("relu1"),
                        new MaxPool("pool1", new Window(3, 2, 2, 1, Padding.NONE)),
                        new Conv2d("conv2", 4, new Window(2, 3, 1, 2, Padding.NONE)),
                        new Relu("relu2"),
                        new GlobalAveragePool("pool2")));
    }

    /** Random images with random labels. */
    public static LabeledImages images(Architecture architecture, int count) {
        Random random = new Random(2);
        byte[] pixels = new byte[count * architecture.input().size()];
        byte[] labels = new byte[count];
        random.nextBytes(pixels);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(architecture.classes());
        }
        return LabeledImages.of(architecture.input(), pixels, labels);
    }

    /** The numbers from 0. */
    public static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }
}
