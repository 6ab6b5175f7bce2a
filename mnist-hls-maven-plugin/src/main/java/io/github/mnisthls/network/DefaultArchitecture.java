/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.List;

/** The network that is used where the POM names none: a LeNet with batch normalization, 35 k parameters. */
public final class DefaultArchitecture {
    private static final double DROPOUT = 0.2;

    private DefaultArchitecture() {}

    /** 28x28 gray pixels to ten digits, 271,920 multiply-accumulates. */
    public static Architecture create() {
        return new Architecture(
                "lenet",
                new Shape(1, 28, 28),
                List.of(
                        new Conv2d("conv1", 6, Window.square(5, 1)),
                        new BatchNorm("norm1", BatchNorm.DEFAULT_EPSILON),
                        new Relu("relu1"),
                        new MaxPool("pool1", Window.square(2, 2)),
                        new Conv2d("conv2", 16, Window.square(5, 1)),
                        new BatchNorm("norm2", BatchNorm.DEFAULT_EPSILON),
                        new Relu("relu2"),
                        new MaxPool("pool2", Window.square(2, 2)),
                        new Flatten("flatten"),
                        new Dense("dense1", 120),
                        new BatchNorm("norm3", BatchNorm.DEFAULT_EPSILON),
                        new Relu("relu3"),
                        new Dropout("dropout", DROPOUT),
                        new Dense("dense2", 10)));
    }
}
