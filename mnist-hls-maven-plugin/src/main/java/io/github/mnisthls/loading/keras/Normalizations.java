/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NormParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Normalization by the statistics of the training, and scaling of pixels at the input. */
final class Normalizations {
    static final Map<String, LayerReader> ALL = Map.of(
            "BatchNormalization", Normalizations::batch,
            "Rescaling", Normalizations::rescaling,
            "Normalization", Normalizations::normalization);

    private static final double EPSILON = 1e-3;

    /** What Keras takes for the smallest deviation. */
    private static final double SMALLEST = 1e-7;

    private static final String MEAN = "mean";
    private static final String VARIANCE = "variance";

    private Normalizations() {}

    private static Signal batch(KerasLayer layer) {
        LayerConfig config = layer.config();
        config.ignore("momentum", "renorm_momentum", "fused", "synchronized");
        config.only("renorm", "false", "Train without renormalization.");
        config.only("mode", "0", "Use mode 0.");
        Signal input = layer.input();
        boolean vector = input.form() == Signal.Form.VECTOR;
        Signal target = vector ? layer.flattened(input) : input;
        checkAxis(layer, input, config.has("axis") ? config.list("axis") : List.of(-1));
        double epsilon = config.number("epsilon", EPSILON);
        boolean scale = config.flag("scale", true);
        boolean center = config.flag("center", true);
        config.ignore("axis");

        List<String> names = new ArrayList<>(List.of("moving_mean", "moving_variance"));
        if (center) {
            names.add(0, "beta");
        }
        if (scale) {
            names.add(0, "gamma");
        }
        Map<String, StoredArray> stored = layer.weights(names);
        NormParameters norm = new NormParameters(
                scale ? values(stored, "gamma", target) : constant(1, target),
                center ? values(stored, "beta", target) : constant(0, target),
                values(stored, "moving_mean", target),
                values(stored, "moving_variance", target));
        int value = layer.add("", name -> new BatchNorm(name, epsilon), norm.values(), List.of(target.value()));
        return target.of(value, layer.network().shape(value));
    }

    private static void checkAxis(KerasLayer layer, Signal input, List<Integer> axis) {
        boolean first = layer.network().channelsFirst() && input.form() == Signal.Form.IMAGE;
        int rank = input.extents(layer.network().channelsFirst()).size();
        int channels = first ? 1 : rank;
        // The batch is axis 0.
        boolean known = axis.equals(List.of(channels)) || axis.equals(List.of(channels - rank - 1));
        if (!known || input.form() == Signal.Form.PLANE) {
            throw new NotReadable("axis is " + axis, "Set it to that of the channels.");
        }
    }

    private static int count(Signal target) {
        return target.form() == Signal.Form.VECTOR
                ? target.image().size()
                : target.image().channels();
    }

    private static FloatVector values(Map<String, StoredArray> stored, String name, Signal target) {
        float[] values = stored.get(name).values(name, count(target));
        return FloatVector.of(
                target.form() == Signal.Form.VECTOR
                        ? Vectors.layout(target.order()).features(values, target.image())
                        : values);
    }

    private static FloatVector constant(float value, Signal target) {
        float[] values = new float[count(target)];
        Arrays.fill(values, value);
        return FloatVector.of(values);
    }

    private static Signal rescaling(KerasLayer layer) {
        Signal input = layer.input();
        double[] scale = layer.config().numbers("scale");
        double[] offset = layer.config().numbers("offset");
        checkChannels(layer, input, Math.max(scale.length, offset.length));
        return scaled(layer, input, scale, offset.length == 0 ? new double[1] : offset);
    }

    private static Signal normalization(KerasLayer layer) {
        Signal input = layer.input();
        LayerConfig config = layer.config();
        config.only("invert", "false", "Set it to False.");
        List<Integer> axis = config.has("axis") ? config.list("axis") : List.of();
        config.ignore("axis");
        double[] means = config.numbers(MEAN);
        double[] variances = config.numbers(VARIANCE);
        if (means.length == 0) {
            Map<String, StoredArray> stored = layer.weights(List.of(MEAN, VARIANCE, "count"));
            means = doubles(stored.get(MEAN).any(MEAN));
            variances = doubles(stored.get(VARIANCE).any(VARIANCE));
        }
        if (means.length != variances.length) {
            throw new NotReadable(
                    "it has " + means.length + " means and " + variances.length + " variances",
                    "Save the model again.");
        }
        checkChannels(layer, input, means.length);
        if (means.length > 1) {
            checkAxis(layer, input, axis);
        }
        double[] factors = new double[means.length];
        double[] summands = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            factors[i] = 1 / Math.max(Math.sqrt(variances[i]), SMALLEST);
            summands[i] = -means[i] * factors[i];
        }
        return scaled(layer, input, factors, summands);
    }

    private static double[] doubles(float... values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static Signal scaled(KerasLayer layer, Signal input, double[] factors, double[] summands) {
        boolean alone = layer.isOnlyReader();
        int value = layer.network().layers().scale(layer, input.value(), alone, factors, summands);
        return input.of(value, layer.shape(input));
    }

    private static void checkChannels(KerasLayer layer, Signal input, int count) {
        if (count > 1
                && (input.form() != Signal.Form.IMAGE
                        || count != layer.shape(input).channels())) {
            throw new NotReadable(
                    "it has " + count + " values for an input of "
                            + input.extents(layer.network().channelsFirst()),
                    "One for all is supported, or one per channel of an image.");
        }
        if (count > 1 && layer.network().channelsFirst()) {
            throw new NotReadable("its values count columns where channels come first", "Give one for all.");
        }
    }
}
