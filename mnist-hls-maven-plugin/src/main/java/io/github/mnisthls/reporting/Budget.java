/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a design may cost and must achieve. An absent limit is not checked.
 *
 * @param bitExact            whether C simulation must give every logit of the emulator
 * @param minimumAccuracy     of the quantized network, fraction of 1
 * @param largestAccuracyDrop from float32 to the quantized network, fraction of 1; where it is absent, more than
 *                            {@link #TOLERATED_DROP} is a miss
 * @param largestFlips        test images whose class in the quantized network is another than in float32, at most
 * @param intervalCycles      between two images, at most
 * @param latencyCycles       from the first pixel to the class, at most
 * @param lut                 look-up tables, at most
 * @param dsp                 DSP slices, at most
 * @param bram18              block RAMs of 18 Kbit, at most
 * @param clockPeriodNs       that the design must reach, as estimated by the tool
 */
public record Budget(
        boolean bitExact,
        OptionalDouble minimumAccuracy,
        OptionalDouble largestAccuracyDrop,
        OptionalLong largestFlips,
        OptionalLong intervalCycles,
        OptionalLong latencyCycles,
        OptionalLong lut,
        OptionalLong dsp,
        OptionalLong bram18,
        OptionalDouble clockPeriodNs) {
    /** A network that lost more than this is broken, whatever was asked of it. */
    public static final double TOLERATED_DROP = 0.05;

    public Budget {
        minimumAccuracy.ifPresent(value -> requireFraction("minimumAccuracy", value));
        largestAccuracyDrop.ifPresent(value -> requireFraction("largestAccuracyDrop", value));
        largestFlips.ifPresent(value -> requireAtLeast("largestFlips", value, 0));
        intervalCycles.ifPresent(value -> requireAtLeast("intervalCycles", value, 1));
        latencyCycles.ifPresent(value -> requireAtLeast("latencyCycles", value, 1));
        lut.ifPresent(value -> requireAtLeast("lut", value, 0));
        dsp.ifPresent(value -> requireAtLeast("dsp", value, 0));
        bram18.ifPresent(value -> requireAtLeast("bram18", value, 0));
        clockPeriodNs.ifPresent(Budget::requirePositive);
    }

    /** Nothing but bit-exactness, and an accuracy that is not lost. */
    public static Budget none() {
        return new Budget(
                true,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    /** Where a limit is set. */
    static String setting(String name) {
        return "<budget><" + name + ">";
    }

    private static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidSettingException(
                    setting(name), value, "accuracies are fractions of 1", "Write 0.991 for 99.1 percent.");
        }
    }

    private static void requireAtLeast(String name, long value, long least) {
        if (value < least) {
            throw new InvalidSettingException(
                    setting(name), value, "it must be at least " + least, "Give a larger limit, or leave it out.");
        }
    }

    private static void requirePositive(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidSettingException(
                    setting("clockPeriodNs"), value, "a clock period is positive", "Give nanoseconds, such as 10.");
        }
    }
}
