/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Locale;

/** Refuses layers of whose numbers a fixed-point format leaves nothing: too small for it, or too large for any. */
public final class LayerScale {
    /** Sums of such numbers have no place in 64 bits. */
    private static final double TOO_LARGE = 0x1p62;

    private LayerScale() {}

    /** Refuses trained values and results that no format holds. */
    static void checkNotTooLarge(Network network, List<Stage> stages, Calibration calibration) {
        for (Stage stage : stages) {
            if (stage.isAffine()) {
                checkNotTooLarge(
                        stage, "weight", largest(network.affine(stage.layer()).weights()));
                checkNotTooLarge(
                        stage, "bias", largest(network.affine(stage.layer()).bias()));
            }
            double results = Math.max(-calibration.min(stage.own()), calibration.max(stage.own()));
            checkNotTooLarge(stage, "result on the calibration images", results);
        }
    }

    private static void checkNotTooLarge(Stage stage, String what, double largest) {
        if (largest >= TOO_LARGE) {
            throw new InvalidSettingException(String.format(
                    Locale.ROOT,
                    "The largest %s of layer '%s' is %.3g: no fixed-point type of up to 64 bits holds numbers of that"
                            + " scale. Look at its weights, and at the scale of the batch normalization after it; train it"
                            + " again, or divide its weights and multiply those of the next layer.",
                    what,
                    stage.name(),
                    largest));
        }
    }

    /**
     * Refuses a network of which a layer's weights all became 0: it has lost a layer, and computes nothing.
     *
     * @param folded    the float network
     * @param quantized what became of it
     */
    public static void checkSomeLeft(Network folded, QuantizedNetwork quantized, Precision precision) {
        for (QuantizedLayer layer : quantized.layers()) {
            folded.architecture().layers().stream()
                    .filter(trained -> trained.name().equals(layer.name()))
                    .findFirst()
                    .ifPresent(trained -> layer.trained()
                            .ifPresent(affine -> checkSomeLeft(
                                    layer.name(), folded.affine(trained).weights(), affine, precision)));
        }
    }

    private static void checkSomeLeft(String layer, FloatVector weights, QuantizedAffine affine, Precision precision) {
        if (weights.isZero() || !affine.weights().isZero()) {
            return;
        }
        throw new InvalidSettingException(
                Settings.PRECISION,
                SeenValue.of(precision.text()),
                String.format(
                        Locale.ROOT,
                        "all %d weights of layer '%s' become 0 in %s, whose step is %.3g; the largest is %.3g",
                        weights.size(),
                        layer,
                        affine.weightFormat(),
                        affine.weightFormat().toDouble(1),
                        largest(weights)),
                "Give its weights more fraction bits, as " + layer + ".weights=auto:8 does; where even that leaves"
                        + " nothing, its bias is too large compared with them, and it has to be trained again.");
    }

    private static double largest(FloatVector values) {
        double largest = 0;
        for (int i = 0; i < values.size(); i++) {
            largest = Math.max(largest, Math.abs(values.get(i)));
        }
        return largest;
    }
}
