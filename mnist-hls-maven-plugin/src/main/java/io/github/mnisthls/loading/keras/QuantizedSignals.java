/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.Grid;
import io.github.mnisthls.loading.layer.Origin;
import io.github.mnisthls.network.LeakyRelu;

/** Quantizers of QKeras as activations. */
final class QuantizedSignals {
    private QuantizedSignals() {}

    /** What a quantizer makes of a signal. */
    static Signal of(KerasLayer layer, String suffix, Quantizer quantizer, Signal in) {
        int scale = quantizer.scaleExponent(false);
        Origin origin = Origin.of(layer.name() + suffix, layer.title());
        Signal out = in.of(value(layer, origin, quantizer, scale, in.value()), in.image());
        quantizer.config().ignore("bits", "integer", "symmetric", "keep_negative");
        quantizer.checkAllRead();
        return out;
    }

    private static int value(KerasLayer layer, Origin origin, Quantizer quantizer, int scale, int value) {
        if (quantizer.isSign() && !quantizer.config().truth("use_01", false)) {
            return Grid.addSign(origin, layer.network().layers(), value, false, scale);
        }
        if (scale != 0) {
            throw quantizer.refused("alpha is " + Math.scalb(1.0, scale), "Set it to 1: activations have no scale.");
        }
        Grid grid = quantizer.grid();
        double slope = quantizer.kind().equals(Quantizer.RELU) ? quantizer.slope() : 0;
        int rectified =
                slope == 0 ? value : layer.network().layers().add(origin, name -> new LeakyRelu(name, slope), value);
        return grid.add(origin, layer.network().layers(), rectified);
    }
}
