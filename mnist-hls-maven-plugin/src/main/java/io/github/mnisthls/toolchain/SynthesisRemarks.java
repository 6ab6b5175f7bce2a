/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What tools let pass without an error, and a user should know. */
public final class SynthesisRemarks {
    private SynthesisRemarks() {}

    /**
     * What the report and the log show.
     *
     * @param iiViolations module and loop of each loop that is slower than asked for, in the tool's words
     */
    public static List<Diagnosis> of(CsynthReport report, List<String> iiViolations) {
        List<Diagnosis> remarks = new ArrayList<>();
        if (!report.meetsTiming()) {
            remarks.add(new Diagnosis(
                    FailureCause.TIMING_NOT_MET,
                    String.format(
                            Locale.ROOT,
                            "timing is not met: %.3f ns estimated, %.3f ns asked for",
                            report.estimatedClockPeriodNs(),
                            report.targetClockPeriodNs()),
                    "",
                    "Raise " + Settings.CLOCK_PERIOD_NS + " or lower the parallelism."));
        }
        for (String violation : iiViolations) {
            remarks.add(new Diagnosis(
                    FailureCause.II_VIOLATED,
                    "a loop does not reach its initiation interval",
                    violation,
                    "It takes more cycles than planned; see the module's report."));
        }
        addTooLarge(
                remarks, "BRAM18", report.used().bram18(), report.available().bram18());
        addTooLarge(remarks, "DSP", report.used().dsp(), report.available().dsp());
        addTooLarge(remarks, "FF", report.used().ff(), report.available().ff());
        addTooLarge(remarks, "LUT", report.used().lut(), report.available().lut());
        addTooLarge(remarks, "URAM", report.used().uram(), report.available().uram());
        return remarks;
    }

    /** The tools report designs of many times the device's size, and succeed. */
    private static void addTooLarge(List<Diagnosis> remarks, String name, OptionalLong used, OptionalLong available) {
        if (used.isPresent() && available.isPresent() && used.getAsLong() > available.getAsLong()) {
            remarks.add(new Diagnosis(
                    FailureCause.TOO_LARGE,
                    "the design needs " + used.getAsLong() + " " + name + ", the part has " + available.getAsLong(),
                    "",
                    "Lower the parallelism or choose a larger <part>."));
        }
    }
}
