/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.RawRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What the accumulators can hold, must hold and did hold. */
final class AccumulatorSection {
    private AccumulatorSection() {}

    /** Null if no range is known. */
    static PageView.Accumulators of(List<ReportData.AccumulatorRange> ranges) {
        if (ranges.isEmpty()) {
            return null;
        }
        List<String> narrow = ranges.stream()
                .filter(range -> !RawRange.of(range.chosen()).contains(range.partialSums()))
                .map(ReportData.AccumulatorRange::layer)
                .toList();
        int widest = ranges.stream()
                .mapToInt(range -> Math.max(provedBits(range), range.chosen().width()))
                .reduce(1, Math::max);
        return new PageView.Accumulators(
                narrow.isEmpty()
                        ? "Every accumulator is wide enough for its proved range. None can overflow, whatever the"
                                + " input."
                        : "These are narrower than their proved range, so some input may overflow them: "
                                + String.join(", ", narrow) + ".",
                narrow.isEmpty(),
                ranges.stream().map(range -> row(range, widest)).toList());
    }

    private static PageView.Accumulator row(ReportData.AccumulatorRange range, int widest) {
        FixedPointFormat chosen = range.chosen();
        Optional<Integer> seenBits = range.seen().map(seen -> bits(seen, chosen));
        return new PageView.Accumulator(
                range.layer(),
                Figures.type(chosen),
                range.seen().map(seen -> interval(seen, chosen)).orElse(""),
                seenBits.map(String::valueOf).orElse(""),
                interval(range.proved(), chosen),
                Integer.toString(provedBits(range)),
                Integer.toString(chosen.width()),
                share(seenBits.orElse(0), widest),
                share(provedBits(range), widest),
                share(chosen.width(), widest));
    }

    private static int provedBits(ReportData.AccumulatorRange range) {
        return bits(range.partialSums(), range.chosen());
    }

    /** A range without negative values still needs the sign bit of a signed format. */
    private static int bits(RawRange range, FixedPointFormat format) {
        return range.bits() + (format.signed() && range.min().signum() >= 0 ? 1 : 0);
    }

    private static String interval(RawRange range, FixedPointFormat format) {
        return value(range.min(), format) + " to " + value(range.max(), format);
    }

    private static String value(BigInteger raw, FixedPointFormat format) {
        return Figures.significant(Math.scalb(raw.doubleValue(), -format.fractionBits()));
    }

    private static String share(int bits, int widest) {
        return Figures.fixed(100.0 * bits / widest, 1);
    }
}
