/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Prelu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rounding of all activations of a network that is not folded: of the pixels, and of what each layer computes, batch
 * normalization and logits included. No hardware rounds like that; a training script does that means well.
 */
public final class ActivationRounding {
    private static final String PIXELS = "input";

    private final Architecture architecture;
    private final Precision precision;
    private final Calibration calibration;

    /** For each value what a rule may call it: its own layer, then those with weights that it comes from. */
    private final List<List<String>> names = new ArrayList<>();

    private ActivationRounding(Network network, Precision precision, Calibration calibration) {
        this.architecture = network.architecture();
        this.precision = precision;
        this.calibration = calibration;
    }

    /**
     * Where to round, and how. Layers that {@code <precision>} has no rule for take that of the layer with weights before
     * them.
     *
     * @param network     trained, so that its activations show where binary points belong
     * @param calibration training images, at least one
     * @param threads     at least 1; the result does not depend on it
     */
    public static RoundingPlan of(Network network, Precision precision, LabeledImages calibration, int threads) {
        ActivationRounding rounding =
                new ActivationRounding(network, precision, new Calibration(network, calibration, threads));
        return new RoundingPlan(rounding.values(), Map.of(), Map.of());
    }

    private List<Optional<ValueRounding>> values() {
        List<Optional<ValueRounding>> values = new ArrayList<>();
        names.add(List.of(PIXELS));
        values.add(Optional.of(ValueRounding.of(format(precision.input(), 0))));
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            List<String> own = new ArrayList<>(List.of(layer.name()));
            own.addAll(names.get(architecture.nodes().get(i).inputs().get(0)));
            names.add(own);
            values.add(
                    layer.accept(new Computes())
                            ? Optional.of(
                                    ValueRounding.of(format(precision.outputs(own.toArray(String[]::new)), i + 1)))
                            : Optional.empty());
        }
        return values;
    }

    private FixedPointFormat format(Precision.Rule rule, int value) {
        if (rule instanceof Precision.Literal literal) {
            return literal.outputs();
        }
        double min = calibration.min(value);
        boolean signed = min < 0;
        // One bit has no sign.
        int width = Math.max(signed ? 2 : 1, ((Precision.Auto) rule).outputs());
        return FormatChoice.candidates(width, signed, min, calibration.max(value), Rounding.AP_RND)
                .get(0);
    }

    /** Whether a layer computes new numbers: what chooses or moves values leaves them rounded as they are. */
    private static final class Computes implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean conv2d(Conv2d layer) {
            return true;
        }

        @Override
        public Boolean depthwiseConv2d(DepthwiseConv2d layer) {
            return true;
        }

        @Override
        public Boolean dense(Dense layer) {
            return true;
        }

        @Override
        public Boolean batchNorm(BatchNorm layer) {
            return true;
        }

        @Override
        public Boolean elementwise(ElementwiseLayer layer) {
            return true;
        }

        @Override
        public Boolean prelu(Prelu layer) {
            return true;
        }

        @Override
        public Boolean averagePool(AveragePool layer) {
            return true;
        }

        @Override
        public Boolean globalAveragePool(GlobalAveragePool layer) {
            return true;
        }

        @Override
        public Boolean add(Add layer) {
            return true;
        }

        @Override
        public Boolean concat(Concat layer) {
            return true;
        }
    }
}
