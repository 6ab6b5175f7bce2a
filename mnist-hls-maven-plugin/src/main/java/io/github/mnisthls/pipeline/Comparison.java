/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The float32, the folded and the quantized network side by side, on the test images. */
final class Comparison {
    private final Network network;
    private final Network folded;
    private final Precision precision;
    private final Dataset data;
    private final boolean isLoaded;
    private final int threads = Runtime.getRuntime().availableProcessors();

    /**
     * A comparison that has yet to be made.
     *
     * @param isLoaded whether the network was trained elsewhere
     */
    Comparison(Network network, Network folded, Precision precision, Dataset data, boolean isLoaded) {
        this.network = network;
        this.folded = folded;
        this.precision = precision;
        this.data = data;
        this.isLoaded = isLoaded;
    }

    /**
     * Compares.
     *
     * @param quantized what the quantized network makes of all test images
     */
    QuantizationSummary summary(Predictions quantized) {
        LabeledImages test = data.test();
        int[] classes = new FloatInference(network).predicted(test, threads);
        double float32 = FloatInference.accuracy(test, classes);
        return new QuantizationSummary(
                network.architecture().name(),
                network.architecture().parameterCount(),
                network.architecture().macs(),
                precision.text(),
                test.count(),
                float32,
                new FloatInference(folded).accuracy(test, threads),
                quantized.accuracy(test),
                flips(classes, quantized),
                warnings(float32, quantized));
    }

    private static int flips(int[] classes, Predictions quantized) {
        return (int) IntStream.range(0, classes.length)
                .filter(image -> classes[image] != quantized.predicted(image))
                .count();
    }

    private List<String> warnings(double float32, Predictions quantized) {
        List<String> warnings = new ArrayList<>();
        AccuracyWarnings.guessing(float32, network.architecture().classes()).ifPresent(warnings::add);
        if (isLoaded) {
            LikelyScaling.warning(network, float32, data.training(), threads).ifPresent(warnings::add);
        }
        double accuracy = quantized.accuracy(data.test());
        if (AccuracyWarnings.isLoss(float32, accuracy)) {
            warnings.add(loss(float32, accuracy, quantized));
        }
        return warnings;
    }

    private String loss(double float32, double accuracy, Predictions quantized) {
        LossSearch search = new LossSearch(folded, precision, data.training(), data.test(), threads);
        int images = search.images();
        double before = quantized.first(images).accuracy(data.test().first(images));
        return AccuracyWarnings.loss(float32, accuracy, precision, before, images, search.worst());
    }
}
