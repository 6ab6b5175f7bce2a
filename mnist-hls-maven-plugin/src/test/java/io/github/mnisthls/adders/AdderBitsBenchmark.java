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
    private static final double MOST_RATIO = 1.05;
    private static final double MOST_SECONDS = 10;
    private static final double NANOS = 1e9;
    private static final int IMAGES = 128;

    /** Weights of a graph; a layer of more has several. */
    private static final int MOST_WEIGHTS = 4096;

    /** What came of a matrix. */
    private record Row(double ratio, double seconds) {}

    @Test
    void compare() {
        System.out.println("| matrix | adder bits | published | ratio | digits alone | adders | ways | seconds |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Row> rows = new ArrayList<>();
        for (int[] size : new int[][] {{16, 4}, {16, 8}, {64, 4}, {64, 8}}) {
            ConstantMatrix matrix = SampleMatrices.matrix(new Random(size[1]), size[0], size[0], size[1]);
            rows.add(row(size[0] + " x " + size[0] + ", " + size[1] + " bits", matrix, size[1]));
        }
        Row large = row("150 x 16, 8 bits", SampleMatrices.matrix(new Random(9), 16, 150, 8), 8);
        rows.add(large);
        for (int bits : new int[] {4, 8}) {
            for (QuantizedLayer layer : network(bits).layers()) {
                layer.trained()
                        .ifPresent(affine -> rows.add(row(layer.name() + ", " + bits + " bits", matrix(affine), bits)));
            }
        }
        assertThat(rows).allMatch(row -> row.ratio() <= MOST_RATIO);
        assertThat(large.seconds()).isLessThanOrEqualTo(MOST_SECONDS);
    }

    private static QuantizedNetwork network(int bits) {
        Network trained = FoldBatchNorm.fold(SampleGradients.trained(DefaultArchitecture.create(), IMAGES));
        return Quantizer.quantize(
                        trained,
                        Precision.parse("auto:" + bits),
                        DatasetReader.mnist().training().first(IMAGES),
                        1)
                .network();
    }

    private static Row row(String name, ConstantMatrix matrix, int bits) {
        List<Interval> inputs = Collections.nCopies(matrix.inputs(), new Interval(0, (1L << bits) - 1));
        long start = System.nanoTime();
        List<AdderGraphs.Found> found = parts(matrix).stream()
                .map(part -> AdderGraphs.find(part, inputs))
                .toList();
        double seconds = (System.nanoTime() - start) / NANOS;
        long own = found.stream().mapToLong(part -> part.graph().adderBits()).sum();
        long published = PublishedSharing.adderBits(matrix, inputs, 0, 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %.3f | %,d | %,d | %d%s | %.1f |%n",
                name,
                own,
                published,
                own / (double) published,
                AdderGraphs.plain(matrix, inputs).adderBits(),
                found.stream().mapToInt(part -> part.graph().adders().size()).sum(),
                found.get(0).tried(),
                found.get(0).isImproved() ? "" : ", gave up",
                seconds);
        return new Row(own / (double) published, seconds);
    }

    /** Of some outputs each. */
    private static List<ConstantMatrix> parts(ConstantMatrix matrix) {
        int outputs = Math.max(1, MOST_WEIGHTS / matrix.inputs());
        List<ConstantMatrix> parts = new ArrayList<>();
        for (int first = 0; first < matrix.outputs(); first += outputs) {
            parts.add(ConstantMatrix.of(IntStream.range(first, Math.min(matrix.outputs(), first + outputs))
                    .mapToObj(matrix::row)
                    .toArray(long[][]::new)));
        }
        return parts;
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
