/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.diagnosis.Cure;
import io.github.mnisthls.diagnosis.LayerHealth;
import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.diagnosis.Symptom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What may be found out about a network: invented but possible figures. */
final class SampleDiagnoses {
    private SampleDiagnoses() {}

    static ModelDiagnosis of(List<String> layers) {
        String first = layers.get(0);
        return new ModelDiagnosis(
                "ap_fixed<8,2>",
                1000,
                0.99,
                OptionalDouble.of(0.9758),
                layers.stream().map(SampleDiagnoses::layer).toList(),
                Optional.of(
                        new Cure(first, first + " = auto:10; * = ap_fixed<8,2>", first + " = auto:10", 0.9758, 0.9895)),
                List.of(new Symptom(
                        Symptom.Kind.SATURATION,
                        first,
                        "12.0 % of the results of '" + first + "' are outside the range of their type",
                        "Give them more integer bits",
                        0.9758,
                        0.9895)));
    }

    /** Nothing is wrong. */
    static ModelDiagnosis well() {
        return new ModelDiagnosis(
                "auto:8", 1000, 0.99, OptionalDouble.of(0.99), List.of(), Optional.empty(), List.of());
    }

    /** Nothing can be computed. */
    static ModelDiagnosis impossible() {
        return new ModelDiagnosis("auto:1", 1000, 0.99, OptionalDouble.empty(), List.of(), Optional.empty(), List.of());
    }

    private static LayerHealth layer(String name) {
        return new LayerHealth(
                name,
                OptionalDouble.of(31.4),
                OptionalDouble.empty(),
                0.12,
                0.003,
                1,
                0,
                6,
                OptionalInt.of(8),
                OptionalInt.of(5),
                0.01,
                OptionalDouble.of(0.98),
                OptionalDouble.of(0.97));
    }
}
