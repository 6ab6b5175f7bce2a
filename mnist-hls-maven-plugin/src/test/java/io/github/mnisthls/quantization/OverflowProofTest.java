/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.Slow;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.settings.InvalidSettingException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

@Slow
class OverflowProofTest {
    private static final int NETWORKS = 300;

    /** For each output the image is searched that drives it farthest: the proof names that very value. */
    @Test
    void theWorstCaseIsReachedByAnImage() {
        int checked = 0;
        for (long seed = 0; seed < NETWORKS; seed++) {
            QuantizedNetwork network = RandomNetworks.create(seed).quantized();
            if (network.layers().get(0).trained().isPresent()) {
                LayerRange proof = OverflowProof.of(network).get(0);
                assertThat(proof.accumulator()).as("seed %s", seed).isEqualTo(searched(network));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(NETWORKS / 4);
    }

    @Test
    void oneBitLessWouldOverflow() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            QuantizedNetwork network = RandomNetworks.create(seed).quantized();
            List<LayerRange> proofs = OverflowProof.of(network);
            for (int i = 0; i < proofs.size(); i++) {
                QuantizedLayer layer = network.layers().get(i);
                if (!(layer instanceof QuantizedMaxPool)) {
                    RawRange sums = proofs.get(i).partialSums();
                    boolean negative = sums.min().signum() < 0;
                    assertThat(layer.accumulatorFormat().signed()).isEqualTo(negative);
                    int width = layer.accumulatorFormat().width();
                    assertThat(holds(width, negative, sums)).isTrue();
                    assertThat(width > 1 && holds(width - 1, negative, sums))
                            .as("%s of %s", sums, layer.accumulatorFormat())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void accumulatorsOfMoreThan64BitsAreRefused() {
        assertRefused("ap_fixed<61,30>", "only 1 to 64 bits are supported");
        assertRefused("ap_fixed<40,8>", "does not fit into ap_fixed<64,0");
    }

    private static void assertRefused(String precision, String problem) {
        Sample sample = RandomNetworks.create(3);
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Quantizer.quantize(sample.network(), Precision.parse(precision), sample.images(4), 1))
                .withMessageContaining("<precision> (-Dmnist-hls.precision) is '" + precision + "': layer '")
                .withMessageContaining(problem)
                .withMessageContaining("Choose narrower types");
    }

    private static boolean holds(int bits, boolean signed, RawRange range) {
        BigInteger end = BigInteger.TWO.pow(signed ? bits - 1 : bits);
        BigInteger lowest = signed ? end.negate() : BigInteger.ZERO;
        return range.min().compareTo(lowest) >= 0 && range.max().compareTo(end) < 0;
    }

    private static RawRange searched(QuantizedNetwork network) {
        QuantizedLayer layer = network.layers().get(0);
        QuantizedAffine affine = layer.trained().orElseThrow();
        Shape in = layer.input();
        Window window = layer instanceof QuantizedConv2d conv
                ? conv.window()
                : new Window(in.height(), in.width(), 1, 1, Padding.NONE);
        int fraction = affine.accumulatorFractionBits(layer.inputFormat());
        int shift = fraction
                - layer.inputFormat().fractionBits()
                - affine.weightFormat().fractionBits();
        RawRange found = null;
        for (int o = 0; o < affine.outputs(); o++) {
            for (int y = 0; y < layer.output().height(); y++) {
                for (int x = 0; x < layer.output().width(); x++) {
                    BigInteger bias = BigInteger.valueOf(affine.bias().get(o))
                            .shiftLeft(fraction - affine.biasFormat().fractionBits());
                    BigInteger min = bias;
                    BigInteger max = bias;
                    for (int i = 0; i < affine.fanIn(); i++) {
                        int row = y * window.strideHeight()
                                - window.padding().top()
                                + i % window.area() / window.kernelWidth();
                        int column = x * window.strideWidth() - window.padding().left() + i % window.kernelWidth();
                        if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                            RawRange product =
                                    bestPixels(network.input(), affine.weights().get(o * affine.fanIn() + i));
                            min = min.add(product.min().shiftLeft(shift));
                            max = max.add(product.max().shiftLeft(shift));
                        }
                    }
                    RawRange range = new RawRange(min, max);
                    found = found == null ? range : found.hull(range);
                }
            }
        }
        return found;
    }

    /** Products with the pixels that make them smallest and largest. */
    private static RawRange bestPixels(QuantizedInput input, long weight) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long raw : input.table(0).toArray()) {
            min = Math.min(min, raw * weight);
            max = Math.max(max, raw * weight);
        }
        return RawRange.of(min, max);
    }
}
