/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.NamedLayers;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the layer whose formats cost a network its accuracy: each in turn gets the bits of a float32, alone, and some test
 * images tell what that is worth.
 */
final class LossSearch {
    /** The pixels, as {@code <precision>} names them. */
    static final String PIXELS = "input";

    /** Of a float32's significand, and what is left where the accumulator of such numbers would be too wide. */
    private static final List<Integer> WIDTHS = List.of(24, 16);

    private static final int CALIBRATION_IMAGES = 200;
    private static final int MOST_IMAGES = 500;
    private static final int LEAST_IMAGES = 50;
    /** Images of all layers together, so that a deep network is looked at as fast as a small one. */
    private static final int ALL_IMAGES = 5000;

    private final Network folded;
    private final Precision precision;
    private final LabeledImages calibration;
    private final LabeledImages images;
    private final int threads;
    private final NamedLayers layers;

    /**
     * A search that has yet to run.
     *
     * @param calibration training images
     * @param test        of which some are looked at
     */
    LossSearch(Network folded, Precision precision, LabeledImages calibration, LabeledImages test, int threads) {
        this.folded = folded;
        this.precision = precision;
        this.calibration = calibration.first(CALIBRATION_IMAGES);
        this.layers = NamedLayers.of(folded);
        int count = layers.weighted().size() + layers.others().size() + 1;
        this.images = test.first(Math.max(LEAST_IMAGES, Math.min(MOST_IMAGES, ALL_IMAGES / count)));
        this.threads = threads;
    }

    /** How many images are looked at. */
    int images() {
        return images.count();
    }

    /**
     * What one layer is worth.
     *
     * @param accuracy on the images, with this layer alone as precise as in float32
     */
    record Suspect(String layer, double accuracy) {}

    /** The layer that is worth most; none if no layer could be tried. */
    Optional<Suspect> worst() {
        List<Suspect> suspects = new ArrayList<>();
        layers.weighted().forEach(layer -> alone(layer, true).ifPresent(suspects::add));
        layers.others().forEach(layer -> alone(layer, false).ifPresent(suspects::add));
        alone(PIXELS, false).ifPresent(suspects::add);
        // of equals the first one in the network
        return suspects.stream()
                .max(Comparator.comparingDouble(Suspect::accuracy)
                        .thenComparing(suspects::indexOf, Comparator.reverseOrder()));
    }

    private Optional<Suspect> alone(String layer, boolean weighted) {
        for (int width : WIDTHS) {
            OptionalDouble accuracy = accuracy(precision.widened(layer, weighted, width));
            if (accuracy.isPresent()) {
                return Optional.of(new Suspect(layer, accuracy.getAsDouble()));
            }
        }
        return Optional.empty();
    }

    private OptionalDouble accuracy(Precision changed) {
        try {
            return OptionalDouble.of(new Emulator(Quantizer.quantize(folded, changed, calibration, threads)
                            .network())
                    .run(images, threads)
                    .accuracy(images));
        } catch (InvalidSettingException e) {
            return OptionalDouble.empty();
        }
    }
}
