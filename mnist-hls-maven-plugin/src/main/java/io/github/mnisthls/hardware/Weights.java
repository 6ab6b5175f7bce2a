/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums that say more than each resource alone: where multipliers are scarce and lookup tables could stand for them, the least
 * of each alone is far below what a design needs of both, but the least of a weighted sum of them is not. Whatever the
 * weights are, no design that fits has more than the same sum of all that there is.
 */
final class Weights {
    /** Lookup tables, flip-flops, slices, block memories, large memories, products. */
    static final int MEASURES = 6;

    private static final int LUT = 0;
    private static final int DSP = 2;
    private static final int BRAM18 = 3;
    private static final int PRODUCTS = 5;

    /** Lookup tables that may stand for a slice, a product or a memory. */
    private static final int LEAST = 4;

    private static final int MOST = 1024;
    private static final int COARSE = 4;

    /** Larger amounts are no limits. */
    private static final long ENDLESS = 1L << 40;

    private final List<long[]> sums = new ArrayList<>();
    private final long[] most;
    private final long[] others;
    private final int goal;

    /** @param most what there is of each measure */
    Weights(PlanGoal goal, Load most) {
        this.goal = goal.measure();
        for (int measure = 0; measure < MEASURES; measure++) {
            add(measure, 1, measure, 1);
        }
        for (int luts = LEAST; luts <= MOST; luts *= 2) {
            add(LUT, 1, DSP, luts);
        }
        for (int luts = LEAST; luts <= MOST; luts *= COARSE) {
            add(LUT, 1, BRAM18, luts);
            add(LUT, 1, PRODUCTS, luts);
        }
        long[] there = measures(most);
        this.most = new long[sums.size()];
        this.others = new long[sums.size()];
        for (int sum = 0; sum < sums.size(); sum++) {
            this.most[sum] = bound(sums.get(sum), there, MEASURES);
            this.others[sum] = bound(sums.get(sum), there, this.goal);
        }
    }

    private void add(int one, long ofOne, int other, long ofOther) {
        long[] weights = new long[MEASURES];
        weights[one] = ofOne;
        weights[other] = ofOther;
        sums.add(weights);
    }

    /** All sums of what a choice takes; first each measure by itself. */
    Sums of(Load load) {
        long[] measures = measures(load);
        long[] all = new long[sums.size()];
        for (int sum = 0; sum < all.length; sum++) {
            long[] weights = sums.get(sum);
            for (int measure = 0; measure < MEASURES; measure++) {
                all[sum] += weights[measure] * measures[measure];
            }
        }
        return new Sums(all);
    }

    /** Whether a choice with these sums, or others that are higher, fits. */
    boolean fit(Sums all) {
        for (int sum = 0; sum < all.size(); sum++) {
            if (all.get(sum) > most[sum]) {
                return false;
            }
        }
        return true;
    }

    /** What a choice with these sums, or higher ones, costs at least: it can have no more of all else than there is. */
    long leastCost(Sums all) {
        long least = 0;
        for (int sum = 0; sum < all.size(); sum++) {
            long weight = sums.get(sum)[goal];
            if (weight > 0 && others[sum] < Long.MAX_VALUE) {
                least = Math.max(least, (all.get(sum) - others[sum] + weight - 1) / weight);
            }
        }
        return least;
    }

    /** The sum of all that there is, but of one measure; endless if some of it is. */
    private static long bound(long[] weights, long[] there, int without) {
        long bound = 0;
        for (int measure = 0; measure < MEASURES; measure++) {
            if (weights[measure] > 0 && measure != without) {
                if (there[measure] >= ENDLESS) {
                    return Long.MAX_VALUE;
                }
                bound += weights[measure] * there[measure];
            }
        }
        return bound;
    }

    private static long[] measures(Load load) {
        Resources resources = load.resources();
        return new long[] {
            resources.lut(), resources.ff(), resources.dsp(), resources.bram18(), resources.uram(), load.multipliers()
        };
    }
}
