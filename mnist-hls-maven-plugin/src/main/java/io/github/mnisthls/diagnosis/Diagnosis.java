/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.PrecisionTrials;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at a network and a precision. */
public final class Diagnosis {
    private static final int CALIBRATION_IMAGES = 200;
    private static final int IMAGES = 1000;

    private Diagnosis() {}

    /**
     * Tries what may be wrong.
     *
     * @param network   trained or loaded
     * @param precision that it is to be quantized in, without training on with rounding
     * @param training  images, of which some are looked at: the last ones, and the first ones for ranges
     * @param threads   at least 1; the result does not depend on it
     */
    public static ModelDiagnosis of(Network network, Precision precision, LabeledImages training, int threads) {
        LabeledImages images = last(training);
        LabeledImages calibration = training.first(CALIBRATION_IMAGES);
        NetworkDoctor health = new NetworkDoctor(network, images, threads);
        Network folded = FoldBatchNorm.fold(network.needed());
        List<Symptom> symptoms = new ArrayList<>(health.look().stream().toList());
        PrecisionTrials trials = new PrecisionTrials(folded, calibration, images, threads);
        OptionalDouble quantized = trials.accuracy(precision);
        PrecisionDoctor doctor = new PrecisionDoctor(precision, trials, health.accuracy(), quantized);
        List<LayerHealth> layers = quantized(folded, precision, calibration, threads)
                .map(known -> LayerHealthCheck.of(folded, known.network(), precision, trials, images))
                .orElse(List.of());
        symptoms.addAll(doctor.symptoms(layers));
        return new ModelDiagnosis(
                precision.text(), images.count(), health.accuracy(), quantized, layers, doctor.cure(), symptoms);
    }

    private static Optional<Quantization> quantized(
            Network folded, Precision precision, LabeledImages calibration, int threads) {
        try {
            return Optional.of(Quantizer.quantize(folded, precision, calibration, threads));
        } catch (InvalidSettingException e) {
            return Optional.empty();
        }
    }

    private static LabeledImages last(LabeledImages images) {
        int count = Math.min(IMAGES, images.count());
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = images.count() - count + i;
        }
        return images.select(numbers);
    }
}
