/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Upsample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images that become larger because rows and columns are repeated. */
final class Resizes {
    static final Map<String, Operator> ALL = Map.of("Resize", Resizes::resize, "Upsample", Resizes::upsample);

    private static final String NEAREST = "nearest";
    private static final int SIZES_SINCE = 11;
    private static final int SCALES_AS_INPUT_SINCE = 9;
    private static final int RANK = 4;

    private static final List<Axis> CHANNELS_FIRST = List.of(Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN);
    private static final List<Axis> CHANNELS_LAST = List.of(Axis.BATCH, Axis.ROW, Axis.COLUMN, Axis.CHANNEL);

    private Resizes() {}

    private static Signal upsample(OnnxNode node, LayerCollector network) {
        checkNearest(node);
        double[] scales = node.opset() < SCALES_AS_INPUT_SINCE
                ? node.attributes().numbers("scales").orElse(List.of()).stream()
                        .mapToDouble(Float::doubleValue)
                        .toArray()
                : node.constant(1, "scales").toArray();
        return repeated(node, network, scales, Sampling.REPEATING);
    }

    private static Signal resize(OnnxNode node, LayerCollector network) {
        checkNearest(node);
        if (node.opset() < SIZES_SINCE) {
            return repeated(node, network, node.constant(1, "scales").toArray(), Sampling.REPEATING);
        }
        Attributes attributes = node.attributes();
        attributes.ignore("cubic_coeff_a");
        attributes.ignore("exclude_outside");
        attributes.ignore("extrapolation_value");
        attributes.only("antialias", 0, "Set it to 0.");
        String policy = attributes.word("keep_aspect_ratio_policy", "stretch");
        if (!policy.equals("stretch")) {
            throw new NotReadable("attribute keep_aspect_ratio_policy is " + policy, "Set it to stretch.");
        }
        Sampling sampling = new Sampling(
                attributes.word("coordinate_transformation_mode", "half_pixel"),
                attributes.word("nearest_mode", "round_prefer_floor"));
        return repeated(node, network, scales(node), sampling);
    }

    private static void checkNearest(OnnxNode node) {
        String mode = node.attributes().word("mode", NEAREST);
        if (!mode.equals(NEAREST)) {
            throw new NotReadable(
                    "attribute mode is " + mode, "Only nearest is supported: resize with mode='nearest'.");
        }
    }

    private static double[] scales(OnnxNode node) {
        Optional<Tensor> scales = node.optional(2, "scales").filter(values -> values.size() > 0);
        Optional<Tensor> sizes = node.optional(3, "sizes").filter(values -> values.size() > 0);
        if (scales.isPresent() == sizes.isPresent()) {
            throw new NotReadable("it has both or none of scales and sizes", "Give one of them.");
        }
        if (scales.isPresent()) {
            return scales.get().toArray();
        }
        double[] result = sizes.get().toArray();
        List<Integer> extents = node.signal(0).extents();
        for (int axis = 0; axis < result.length && axis < extents.size(); axis++) {
            result[axis] /= extents.get(axis);
        }
        return result;
    }

    private static Signal repeated(OnnxNode node, LayerCollector network, double[] scales, Sampling sampling) {
        Signal in = node.signal(0);
        List<Axis> order = in.lies(CHANNELS_FIRST.toArray(Axis[]::new)) ? CHANNELS_FIRST : CHANNELS_LAST;
        boolean image = in.rank() == RANK
                && scales.length == RANK
                && in.lies(order.toArray(Axis[]::new))
                && network.shape(in.value()).equals(in.shape());
        int rows = image ? factor(scales[order.indexOf(Axis.ROW)]) : 0;
        int columns = image ? factor(scales[order.indexOf(Axis.COLUMN)]) : 0;
        if (rows == 0
                || columns == 0
                || scales[order.indexOf(Axis.BATCH)] != 1
                || scales[order.indexOf(Axis.CHANNEL)] != 1) {
            throw new NotReadable(
                    "scales are " + Arrays.toString(scales) + " for " + in.extents(),
                    "Only rows and columns of images can be repeated, by whole numbers from 1 to " + Sampling.MAX_FACTOR
                            + ".");
        }
        sampling.check(rows, in.shape().height());
        sampling.check(columns, in.shape().width());
        int value = rows == 1 && columns == 1
                ? in.value()
                : network.add(node, name -> new Upsample(name, rows, columns), in.value());
        return in.of(value, network.shape(value)).lying(order.toArray(Axis[]::new));
    }

    /** The scale as a whole number; 0 if it is none that is supported. */
    private static int factor(double scale) {
        return scale >= 1 && scale <= Sampling.MAX_FACTOR && scale == Math.rint(scale) ? (int) scale : 0;
    }

    /**
     * Which row or column each one of the result is taken from.
     *
     * @param place    how the place in the input is computed
     * @param rounding how it is rounded
     */
    private record Sampling(String place, String rounding) {
        static final Sampling REPEATING = new Sampling("asymmetric", "floor");
        static final int MAX_FACTOR = 16;

        /** Refuses all that does not repeat each one equally often. */
        void check(int factor, int size) {
            List<Integer> wrong = new ArrayList<>();
            for (int i = 0; i < factor * size; i++) {
                double exact = place(i, factor, size);
                int repeated = i / factor;
                if (Math.min(Math.max(rounded(exact), 0), size - 1) != repeated) {
                    wrong.add(i);
                }
            }
            if (!wrong.isEmpty()) {
                throw new NotReadable(
                        "attributes coordinate_transformation_mode and nearest_mode are " + place + " and " + rounding
                                + ", which do not repeat each row or column " + factor + " times",
                        "Use asymmetric and floor, or half_pixel and round_prefer_floor.");
            }
        }

        private double place(int index, int factor, int size) {
            return switch (place) {
                case "asymmetric" -> (double) index / factor;
                case "half_pixel" -> (index + 0.5) / factor - 0.5;
                case "pytorch_half_pixel" -> factor * size > 1 ? (index + 0.5) / factor - 0.5 : 0;
                case "tf_half_pixel_for_nn" -> (index + 0.5) / factor;
                case "align_corners" -> factor * size > 1 ? (double) index * (size - 1) / (factor * size - 1) : 0;
                default ->
                    throw new NotReadable(
                            "attribute coordinate_transformation_mode is " + place, "Use asymmetric or half_pixel.");
            };
        }

        private double rounded(double exact) {
            return switch (rounding) {
                case "floor" -> Math.floor(exact);
                case "ceil" -> Math.ceil(exact);
                case "round_prefer_floor" -> Math.ceil(exact - 0.5);
                case "round_prefer_ceil" -> Math.floor(exact + 0.5);
                default -> throw new NotReadable("attribute nearest_mode is " + rounding, "Use floor.");
            };
        }
    }
}
