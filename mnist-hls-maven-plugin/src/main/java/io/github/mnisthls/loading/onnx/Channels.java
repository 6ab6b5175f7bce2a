/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** Constants beside a value: one number for each of its channels, or, if it was flattened, of its features. */
final class Channels {
    private Channels() {}

    /**
     * Spreads a constant over a value, as ONNX broadcasts it.
     *
     * @return one number for each channel, or for each value of an image that the file has as a vector
     * @throws NotReadable if it differs within a channel
     */
    static double[] spread(String what, Tensor constant, Signal signal) {
        List<Integer> extents = new ArrayList<>(constant.extents());
        while (extents.size() < signal.rank()) {
            extents.add(0, 1);
        }
        List<Integer> own = signal.extents();
        for (int i = 0; i < extents.size(); i++) {
            boolean batch = i < own.size() && signal.axes().get(i).contains(Axis.BATCH);
            if (extents.get(i) != 1
                    && (extents.size() != own.size() || batch || !extents.get(i).equals(own.get(i)))) {
                throw new NotReadable(
                        what + " has the shape " + constant.extents() + " beside " + own,
                        "One value, or one for each channel, is supported.");
            }
        }
        while (extents.size() > own.size()) {
            extents.remove(0);
        }
        return collapse(what, values(constant, extents, signal), signal);
    }

    /** One number for each value of an image that the file has as a vector, in the order channel, row, column. */
    static double[] each(Tensor constant, Signal signal) {
        return values(constant, constant.extents(), signal);
    }

    private static double[] values(Tensor constant, List<Integer> extents, Signal signal) {
        Shape shape = signal.shape();
        int plane = shape.height() * shape.width();
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int source = 0;
            for (int axis = 0; axis < extents.size(); axis++) {
                int at = signal.index(axis, i / plane, i % plane / shape.width(), i % shape.width());
                source = source * extents.get(axis) + (extents.get(axis) == 1 ? 0 : at);
            }
            values[i] = constant.get(source);
        }
        return values;
    }

    private static double[] collapse(String what, double[] values, Signal signal) {
        int channels = signal.shape().channels();
        int plane = values.length / channels;
        double[] perChannel = new double[channels];
        boolean alike = true;
        for (int i = 0; i < values.length; i++) {
            perChannel[i / plane] = values[i / plane * plane];
            alike &= values[i] == perChannel[i / plane];
        }
        if (alike) {
            return perChannel;
        }
        boolean vector = false;
        for (int axis = 0; axis < signal.rank(); axis++) {
            vector |= signal.isVectorOn(axis);
        }
        if (!vector) {
            throw new NotReadable(
                    what + " differs from pixel to pixel", "One value, or one for each channel, is supported.");
        }
        return values;
    }

    /** The value to which such numbers apply: flattened if there is one for each feature. */
    static int target(OnnxNode node, LayerCollector network, Signal signal, int count) {
        return network.shape(signal.value()).channels() == count ? signal.value() : network.flat(node, signal.value());
    }

    /** The same, each number as often as the value's channels need it, if the value was flattened already. */
    static double[] fit(double[] numbers, int channels) {
        if (numbers.length == channels || channels % numbers.length != 0) {
            return numbers;
        }
        double[] repeated = new double[channels];
        for (int i = 0; i < channels; i++) {
            repeated[i] = numbers[i / (channels / numbers.length)];
        }
        return repeated;
    }
}
