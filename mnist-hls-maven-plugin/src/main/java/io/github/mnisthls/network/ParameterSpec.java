/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * One array of trained values that a layer has.
 *
 * @param name  as files call it: {@code weights}, {@code bias}, {@code gamma}, {@code beta}, {@code mean}, {@code
 *              variance} or {@code slope}
 * @param size  how many values
 * @param order what they are one after the other
 */
public record ParameterSpec(String name, int size, Order order) {
    public static final String WEIGHTS = "weights";
    public static final String BIAS = "bias";
    public static final String GAMMA = "gamma";
    public static final String BETA = "beta";
    public static final String MEAN = "mean";
    public static final String VARIANCE = "variance";
    public static final String SLOPE = "slope";

    /** The order of an array's values. */
    public enum Order {
        /** Output channel, input channel, row, column. */
        CONVOLUTION,
        /** Input channel, multiple, row, column; an input channel's outputs are neighbors. */
        DEPTHWISE,
        /** Output, input; an input that is an image in CHW order. */
        DENSE,
        /** One value per channel of the layer's output. */
        OUTPUT,
        /** One value per channel of the layer's input, which may be an image that was flattened. */
        FEATURE
    }
}
