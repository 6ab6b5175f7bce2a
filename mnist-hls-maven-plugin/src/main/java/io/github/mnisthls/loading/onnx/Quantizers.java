/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.loading.layer.Grid;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The quantizers of QONNX, on constants and on what depends on the image. */
final class Quantizers {
    static final Map<String, QuantizerOperator> ALL =
            Map.of("Quant", Quantizers::quant, "IntQuant", Quantizers::quant, "BipolarQuant", Quantizers::bipolar);

    /** Of QONNX, of Brevitas that writes it, and of FINN that had it before. */
    private static final Set<String> DOMAINS =
            Set.of("qonnx.custom_op.general", "onnx.brevitas", "finn.custom_op.general");

    private static final Map<String, Rounding> ROUNDINGS = Map.of(
            "ROUND", Rounding.AP_RND_CONV,
            "HALF_EVEN", Rounding.AP_RND_CONV,
            "FLOOR", Rounding.AP_TRN,
            "DOWN", Rounding.AP_TRN_ZERO,
            "ROUND_TO_ZERO", Rounding.AP_TRN_ZERO,
            "HALF_UP", Rounding.AP_RND_INF,
            "HALF_DOWN", Rounding.AP_RND_ZERO);

    private Quantizers() {}

    static boolean knows(String domain, String type) {
        return DOMAINS.contains(domain) && ALL.containsKey(type);
    }

    private static Object quant(OnnxNode node, LayerCollector network) {
        boolean signed = node.attributes().integer("signed", 1) != 0;
        boolean narrow = node.attributes().integer("narrow", 0) != 0;
        Rounding rounding = rounding(node.attributes().word("rounding_mode", "ROUND"));
        Tensor scale = node.constant(1, "scale");
        checkZero(node.constant(2, "zeropt"), "zeropt");
        List<Integer> bits = node.constant(3, "bitwidth").integers("bitwidth").stream()
                .distinct()
                .toList();
        if (bits.size() != 1) {
            throw new NotReadable("bitwidth is " + bits, "One width for all values is supported.");
        }
        if (node.isConstant(0)) {
            return rounded(
                    node.constant(0, "X"),
                    scale,
                    exponent -> Grid.ofBits(exponent, bits.get(0), signed, narrow, rounding));
        }
        int exponent = Grid.exponent("scale", only(scale, "scale"));
        return rounded(node, network, node.signal(0), Grid.ofBits(exponent, bits.get(0), signed, narrow, rounding));
    }

    private static Rounding rounding(String mode) {
        Rounding rounding = ROUNDINGS.get(mode.toUpperCase(Locale.ROOT));
        if (rounding == null) {
            throw new NotReadable(
                    "attribute rounding_mode is " + mode,
                    "Use one of " + ROUNDINGS.keySet().stream().sorted().toList()
                            + ", which ap_fixed has counterparts of.");
        }
        return rounding;
    }

    static void checkZero(Tensor zeroPoint, String what) {
        if (DoubleStream.of(zeroPoint.toArray()).anyMatch(value -> value != 0)) {
            throw new NotReadable(
                    what + " is " + Arrays.toString(zeroPoint.toArray()),
                    "Only 0 is supported: choose a symmetric quantizer.");
        }
    }

    /** The one number that all of its values are. */
    static double only(Tensor tensor, String what) {
        double[] values = DoubleStream.of(tensor.toArray()).distinct().toArray();
        if (values.length != 1) {
            throw new NotReadable(
                    what + " has " + values.length + " different values",
                    "Values of the image have one for all channels.");
        }
        return values[0];
    }

    /** Which numbers there are for a scale of this exponent. */
    interface Grids {
        Grid of(int exponent);
    }

    /** Each value rounded by its own scale; the format holds those of all. */
    private static Tensor rounded(Tensor input, Tensor scale, Grids grids) {
        double[] scales = scale.spreadOver(input.extents(), "scale");
        double[] values = new double[scales.length];
        FixedPointFormat format = null;
        for (int i = 0; i < values.length; i++) {
            Grid grid = grids.of(Grid.exponent("scale", scales[i]));
            if (!Double.isFinite(input.get(i))) {
                throw new NotReadable("value " + i + " is " + input.get(i), "Only finite numbers can be quantized.");
            }
            values[i] = grid.round(input.get(i));
            format = format == null ? grid.format() : Grid.hull(format, grid.format());
        }
        Tensor result = new Tensor(input.extents(), values, false);
        return format == null ? result : result.onGrid(format);
    }

    /** One of two values, told by the sign: a bit that is -1 or 0 steps of twice the scale, then shifted by the scale. */
    private static Object bipolar(OnnxNode node, LayerCollector network) {
        double scale = only(node.constant(1, "scale"), "scale");
        int exponent = Grid.exponent("scale", scale);
        if (node.isConstant(0)) {
            Tensor input = node.constant(0, "X");
            double[] values = DoubleStream.of(input.toArray())
                    .map(value -> value >= 0 ? scale : -scale)
                    .toArray();
            return new Tensor(input.extents(), values, false)
                    .onGrid(new Grid(exponent, -1, 1, Rounding.AP_RND_CONV).format());
        }
        Signal in = node.signal(0);
        return in.of(Grid.addSign(node, network, in.value(), node.onlyReader(), exponent), in.shape());
    }

    /** A value of the image, rounded. */
    static Signal rounded(OnnxNode node, LayerCollector network, Signal in, Grid grid) {
        return in.of(grid.add(node, network, in.value()), in.shape());
    }
}
