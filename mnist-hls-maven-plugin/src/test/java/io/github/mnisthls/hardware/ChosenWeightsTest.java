/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import org.junit.jupiter.api.Test;

class ChosenWeightsTest {
    private static final FixedPointFormat INPUT = FixedPointFormat.unsigned(6, 2);
    private static final FixedPointFormat WEIGHT = FixedPointFormat.signed(4, 1);

    @Test
    void weightsOfZeroTakeNothing() {
        assertThat(products(WEIGHT, new long[] {0, 0}, new long[] {0, 0})).isEqualTo(Resources.NONE);
    }

    @Test
    void aPowerOfTwoIsThereAlready() {
        assertThat(products(WEIGHT, new long[] {4, 4})).isEqualTo(Fabric.registers(6));
    }

    /** A table for each bit of the input lets it through or not; two products have it in common. */
    @Test
    void aPowerOfTwoNowAndThenIsLetThroughOnce() {
        assertThat(products(WEIGHT, new long[] {4, 0})).isEqualTo(new Resources(6, 6, 0, 0, 0));
        assertThat(products(WEIGHT, new long[] {4, 0}, new long[] {1, 0})).isEqualTo(new Resources(6, 12, 0, 0, 0));
        assertThat(products(WEIGHT, new long[] {4, 0}, new long[] {0, 1})).isEqualTo(new Resources(12, 12, 0, 0, 0));
    }

    /** The highest bit counts negatively, so that the input is subtracted from zero. */
    @Test
    void theLeastWeightTakesAChain() {
        Resources least = products(WEIGHT, new long[] {-8, -8});

        assertThat(least.lut()).isEqualTo(6);
    }

    /** All bits of the weight change independently. */
    @Test
    void ofManyConstantsAProductTakesWhatAnyProductDoes() {
        long[] all = {-8, 1, 2, 3, 4, 5, 6, 7};
        Resources any = Fabric.product(6, 4);

        Resources found = products(WEIGHT, all);

        assertThat(found.lut()).isBetween(any.lut(), any.lut() + 1);
        assertThat(found.ff()).isBetween(any.ff(), any.ff() + 2);
    }

    @Test
    void aWeightWiderThanTheInputGivesTheRows() {
        FixedPointFormat wide = FixedPointFormat.signed(8, 1);

        assertThat(products(wide, new long[] {0, 0})).isEqualTo(Resources.NONE);
        // Six rows with the three bits that are set: three pairs, and what they have in common.
        assertThat(products(wide, new long[] {7, 0}).lut())
                .isLessThan(Fabric.product(6, 8).lut() * 3 / 4);
    }

    private static Resources products(FixedPointFormat weight, long[]... constants) {
        ChosenWeights products = new ChosenWeights(INPUT, weight, constants[0].length);
        for (long[] one : constants) {
            products.multiply(one);
        }
        return products.resources();
    }
}
