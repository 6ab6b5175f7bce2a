/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.network.Shape;

/**
 * How a file's input becomes what the network sees.
 *
 * @param channelsLast whether its values lie in the order row, column, channel rather than channel, row, column
 * @param scaling      what is computed of each
 */
public record FileInput(boolean channelsLast, InputScaling scaling) {
    /** The same values in the same order. */
    public static final FileInput PLAIN = new FileInput(false, InputScaling.NONE);

    /**
     * What the network sees of one image.
     *
     * @param values as the file takes them
     * @param shape  of the network's input
     * @param last   whether these values lie in the order row, column, channel
     * @return in the order channel, row, column
     */
    public float[] seen(float[] values, Shape shape, boolean last) {
        int plane = shape.height() * shape.width();
        float[] seen = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i / plane;
            int from = last ? i % plane * shape.channels() + channel : i;
            seen[i] = (float) scaling.apply(channel, values[from]);
        }
        return seen;
    }
}
