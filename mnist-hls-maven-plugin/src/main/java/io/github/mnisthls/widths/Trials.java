/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.Quantizer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Quantizes to widths, computes the images in integers and asks what the hardware costs; each widths once. */
final class Trials {
    private final Network folded;
    private final LabeledImages calibration;
    private final LabeledImages images;
    private final ToDoubleFunction<QuantizedNetwork> cost;
    private final int threads;
    private final float[][] exact;
    private final Map<Widths, Trial> known = new HashMap<>();

    Trials(
            Network folded,
            LabeledImages calibration,
            LabeledImages images,
            ToDoubleFunction<QuantizedNetwork> cost,
            int threads) {
        this.folded = folded;
        this.calibration = calibration;
        this.images = images;
        this.cost = cost;
        this.threads = threads;
        FloatInference inference = new FloatInference(folded);
        this.exact = new float[images.count()][];
        for (int image = 0; image < exact.length; image++) {
            exact[image] = inference.logits(images, image);
        }
    }

    double float32() {
        return new FloatInference(folded).accuracy(images, threads);
    }

    int images() {
        return images.count();
    }

    Trial of(Widths widths) {
        return known.computeIfAbsent(widths, this::run);
    }

    private Trial run(Widths widths) {
        QuantizedNetwork network = Quantizer.quantize(folded, widths.precision(), calibration, threads)
                .network();
        Predictions predictions = new Emulator(network).run(images, threads);
        return new Trial(predictions.accuracy(images), error(predictions), cost.applyAsDouble(network));
    }

    private double error(Predictions predictions) {
        double changed = 0;
        double all = 0;
        for (int image = 0; image < exact.length; image++) {
            for (int i = 0; i < predictions.classes(); i++) {
                double value = exact[image][i];
                double error = predictions.format().toDouble(predictions.logit(image, i)) - value;
                changed += error * error;
                all += value * value;
            }
        }
        return changed / all;
    }
}
