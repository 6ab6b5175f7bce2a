/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adder graphs give exactly the matrix product, in ranges that are reached, for fewer bits than digits by themselves. */
@Slow
class AdderGraphsTest {
    private static final int VECTORS = 50;

    private static ConstantMatrix random(Random random, int outputs, int inputs, int bits) {
        long[][] rows = new long[outputs][inputs];
        for (long[] row : rows) {
            for (int i = 0; i < inputs; i++) {
                row[i] = random.nextInt(1 << bits) - (1L << (bits - 1));
            }
        }
        return ConstantMatrix.of(rows);
    }

    private static List<Interval> inputs(int inputs, int bits, boolean signed) {
        long half = 1L << (bits - 1);
        return Collections.nCopies(inputs, signed ? new Interval(-half, half - 1) : new Interval(0, 2 * half - 1));
    }

    private static long[] product(ConstantMatrix matrix, long[] vector) {
        return IntStream.range(0, matrix.outputs())
                .mapToLong(output -> IntStream.range(0, vector.length)
                        .mapToLong(input -> matrix.at(output, input) * vector[input])
                        .sum())
                .toArray();
    }

    /** A graph is linear, so that unit vectors tell all of it. */
    private static void checkProducts(AdderGraph graph, ConstantMatrix matrix) {
        for (int input = 0; input < matrix.inputs(); input++) {
            long[] unit = new long[matrix.inputs()];
            unit[input] = 1;
            assertThat(graph.evaluate(unit)).isEqualTo(product(matrix, unit));
        }
        Random random = new Random(5);
        for (int i = 0; i < VECTORS; i++) {
            long[] vector = graph.inputs().stream()
                    .mapToLong(range -> range.min() + random.nextInt((int) (range.max() - range.min() + 1)))
                    .toArray();
            assertThat(graph.evaluate(vector)).isEqualTo(product(matrix, vector));
        }
    }

    /** The ends of an adder's range are reached by the vectors that its own factors say. */
    private static void checkRanges(AdderGraph graph) {
        List<Optional<Term>> nodes = IntStream.range(0, graph.adders().size())
                .mapToObj(adder -> Optional.of(new Term(graph.inputs().size() + adder, 0, false)))
                .toList();
        AdderGraph all = new AdderGraph(graph.inputs(), graph.adders(), nodes);
        int inputs = graph.inputs().size();
        long[] min = new long[nodes.size()];
        long[] max = new long[nodes.size()];
        for (int input = 0; input < inputs; input++) {
            long[] unit = new long[inputs];
            unit[input] = 1;
            long[] factors = all.evaluate(unit);
            Interval range = graph.inputs().get(input);
            for (int node = 0; node < factors.length; node++) {
                min[node] += Math.min(factors[node] * range.min(), factors[node] * range.max());
                max[node] += Math.max(factors[node] * range.min(), factors[node] * range.max());
            }
        }
        for (int node = 0; node < nodes.size(); node++) {
            assertThat(graph.adders().get(node).range()).isEqualTo(new Interval(min[node], max[node]));
        }
    }

    @ParameterizedTest
    @CsvSource({"16,16,4", "16,16,8", "3,25,8", "5,9,2", "1,1,8", "1,30,6", "30,1,12", "10,48,3"})
    void productsAreExact(int outputs, int inputs, int bits) {
        for (int seed = 0; seed < 4; seed++) {
            ConstantMatrix matrix = random(new Random(seed), outputs, inputs, bits);
            for (boolean signed : new boolean[] {false, true}) {
                AdderGraph graph =
                        AdderGraphs.find(matrix, inputs(inputs, bits, signed)).graph();
                checkProducts(graph, matrix);
                checkRanges(graph);
                checkProducts(AdderGraphs.plain(matrix, inputs(inputs, bits, signed)), matrix);
            }
        }
    }

    @Test
    void aWrongShiftWouldBeSeen() {
        ConstantMatrix matrix = ConstantMatrix.of(new long[][] {{3, 5}});
        AdderGraph graph = AdderGraphs.find(matrix, inputs(2, 4, false)).graph();
        Term output = graph.outputs().get(0).orElseThrow();
        AdderGraph wrong = new AdderGraph(graph.inputs(), graph.adders(), List.of(Optional.of(output.shifted(1))));
        Assertions.assertThrows(AssertionError.class, () -> checkProducts(wrong, matrix));
    }

    @Test
    void zerosAndPowersOfTwoTakeNoAdder() {
        ConstantMatrix matrix = ConstantMatrix.of(new long[][] {{0, 0, 0}, {0, -8, 0}, {1, 0, 0}});
        AdderGraph graph = AdderGraphs.find(matrix, inputs(3, 4, true)).graph();
        assertThat(graph.adders()).isEmpty();
        assertThat(graph.outputs())
                .containsExactly(
                        Optional.empty(), Optional.of(new Term(1, 3, true)), Optional.of(new Term(0, 0, false)));
        checkProducts(graph, matrix);
    }

    @Test
    void equalOutputsAreMadeOnce() {
        long[] row = {7, -3, 11, 2};
        long[] doubled = {14, -6, 22, 4};
        long[] negated = {-7, 3, -11, -2};
        ConstantMatrix matrix = ConstantMatrix.of(new long[][] {row, row, doubled, negated});
        ConstantMatrix one = ConstantMatrix.of(new long[][] {row});
        AdderGraph graph = AdderGraphs.find(matrix, inputs(4, 4, false)).graph();
        checkProducts(graph, matrix);
        assertThat(graph.adders().size()).isLessThanOrEqualTo(digits(one) - 1);
    }

    private static int digits(ConstantMatrix matrix) {
        return Attempt.digits(matrix.row(0)).size();
    }

    @Test
    void isTheSameEachTime() {
        ConstantMatrix matrix = random(new Random(3), 12, 20, 6);
        assertThat(AdderGraphs.find(matrix, inputs(20, 4, false)))
                .isEqualTo(AdderGraphs.find(matrix, inputs(20, 4, false)));
    }

    /**
     * Against greedy sharing of two terms as da4ml (arXiv 2507.04535) describes it, written anew, and against digits without
     * any sharing.
     */
    @ParameterizedTest
    @CsvSource({"16,16,4,0.68", "16,16,8,0.62", "8,32,4,0.68"})
    void costsNoMoreThanWhatIsPublished(int outputs, int inputs, int bits, double most) {
        ConstantMatrix matrix = random(new Random(outputs + bits), outputs, inputs, bits);
        List<Interval> ranges = inputs(inputs, bits, bits > 4);
        long bitsFound = found(matrix, ranges, most);
        long published = PublishedSharing.adderBits(matrix, ranges, 0, 1, 2);
        System.out.println("greedy sharing as published: " + published);
        assertThat((double) bitsFound).isLessThanOrEqualTo(1.05 * published);
    }

    @Test
    void largeMatricesShareMore() {
        found(random(new Random(4), 64, 64, 4), inputs(64, 4, false), 0.58);
    }

    /** Adder bits, at most a fraction of what digits alone take. */
    private static long found(ConstantMatrix matrix, List<Interval> ranges, double most) {
        long plain = AdderGraphs.plain(matrix, ranges).adderBits();
        AdderGraphs.Found found = AdderGraphs.find(matrix, ranges);
        System.out.printf(
                Locale.ROOT,
                "adder graph %d x %d: %d adder bits (%d adders, depth %d, %d ways tried), digits alone %d%n",
                matrix.outputs(),
                matrix.inputs(),
                found.graph().adderBits(),
                found.graph().adders().size(),
                found.graph().depth(),
                found.tried(),
                plain);
        assertThat((double) found.graph().adderBits() / plain).isLessThanOrEqualTo(most);
        return found.graph().adderBits();
    }

    @Test
    void depthIsBounded() {
        ConstantMatrix matrix = random(new Random(1), 8, 40, 8);
        AdderGraphs.Found found = AdderGraphs.find(matrix, inputs(40, 8, true));
        int digits = IntStream.range(0, 8)
                .map(output -> Attempt.digits(matrix.row(output)).size())
                .max()
                .orElseThrow();
        assertThat(found.graph().depth()).isLessThanOrEqualTo(Attempt.levels(digits) + AdderGraphs.EXTRA_LEVELS);
    }

    @Test
    void aLargeLayerSaysThatItStopped() {
        ConstantMatrix matrix = random(new Random(9), 16, 150, 8);
        AdderGraphs.Found found = AdderGraphs.find(matrix, inputs(150, 8, true));
        checkProducts(found.graph(), matrix);
        assertThat(found.isImproved()).isFalse();
    }
}
