/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.training.engine.SampleGradients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Adder bits beside those of the published algorithm and of digits alone; run by {@code src/test/bench/adder-bits.sh}. */
class AdderBitsBenchmark {
    private static final double MOST = 1.05;
    private static final double NANOS = 1e9;
    private static final int IMAGES = 128;

    /** Products of these are compared with the published algorithm, which takes minutes for larger ones. */
    private static final int COMPARED_DIGITS = 12_000;

    @Test
    void compare() {
        System.out.println(
                "| matrix | adder bits | published | ratio | digits alone | adders | ways tried | seconds |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Double> ratios = new ArrayList<>();
        for (int[] size : new int[][] {{16, 4}, {16, 8}, {64, 4}, {64, 8}}) {
            ConstantMatrix matrix = SampleMatrices.matrix(new Random(size[1]), size[0], size[0], size[1]);
            ratios.add(row(size[0] + " x " + size[0] + ", " + size[1] + " bits", matrix, size[1]));
        }
        Network trained = FoldBatchNorm.fold(SampleGradients.trained(DefaultArchitecture.create(), IMAGES));
        for (int bits : new int[] {4, 8}) {
            QuantizedNetwork network = Quantizer.quantize(
                            trained,
                            Precision.parse("auto:" + bits),
                            DatasetReader.mnist().training().first(IMAGES),
                            1)
                    .network();
            for (QuantizedLayer layer : network.layers()) {
                layer.trained()
                        .ifPresent(
                                affine -> ratios.add(row(layer.name() + ", " + bits + " bits", matrix(affine), bits)));
            }
        }
        assertThat(ratios).allMatch(ratio -> ratio <= MOST);
    }

    private static double row(String name, ConstantMatrix matrix, int bits) {
        List<Interval> inputs = Collections.nCopies(matrix.inputs(), new Interval(0, (1L << bits) - 1));
        long start = System.nanoTime();
        AdderGraphs.Found found = AdderGraphs.find(matrix, inputs);
        double seconds = (System.nanoTime() - start) / NANOS;
        long own = found.graph().adderBits();
        boolean isCompared = digits(matrix) <= COMPARED_DIGITS;
        long published = isCompared ? PublishedSharing.adderBits(matrix, inputs, 0, 1) : own;
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %,d | %,d | %d%s | %.1f |%n",
                name,
                own,
                isCompared ? String.format(Locale.ROOT, "%,d", published) : "-",
                isCompared ? String.format(Locale.ROOT, "%.3f", own / (double) published) : "-",
                AdderGraphs.plain(matrix, inputs).adderBits(),
                found.graph().adders().size(),
                found.tried(),
                found.isImproved() ? "" : ", gave up",
                seconds);
        return own / (double) published;
    }

    private static long digits(ConstantMatrix matrix) {
        return IntStream.range(0, matrix.outputs())
                .mapToLong(output -> Attempt.digits(matrix.row(output)).size())
                .sum();
    }

    private static ConstantMatrix matrix(QuantizedAffine affine) {
        int inputs = affine.fanIn();
        long[][] rows = new long[affine.outputs()][inputs];
        for (int i = 0; i < affine.weights().size(); i++) {
            rows[i / inputs][i % inputs] = affine.weights().get(i);
        }
        return ConstantMatrix.of(rows);
    }
}
