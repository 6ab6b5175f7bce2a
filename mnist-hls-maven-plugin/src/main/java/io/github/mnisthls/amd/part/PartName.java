/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import io.github.mnisthls.hardware.DspSlice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part's name says, as the AMD tools spell it and as orders do. */
final class PartName {
    /** Device, speed grade, package, temperature: {@code XC7Z020-1CLG400C}, {@code XCZU7EV-L2FFVC1156E}. */
    private static final Pattern ORDERING_CODE =
            Pattern.compile("(x[caq][0-9a-z]+)-(l?[123]l?)([a-z]{3,4}\\d{3,4})([ceimq])");

    private static final Pattern SERIES_7_REST = Pattern.compile(
            "i?-?(cl|cp|cs|ft|fg|sb|fb|ff|fl|fh|hc|rb|rf|rs)[gv]?[abf]?\\d{3,4}-[123](l|li|i|q|il|lm|m)?");
    private static final Pattern LATER_REST =
            Pattern.compile("-?[a-z]{4}\\d{3,4}-[123][a-z]{0,3}-[ceimq](-[a-z0-9]+)*");

    /** The shortest period of a global clock in the fastest speed grade, in nanoseconds. */
    private static final Map<DspSlice, Double> FASTEST_CLOCK =
            Map.of(Devices.DSP48E1, 1.35, Devices.DSP48E2, 1.12, Devices.DSP58, 0.93);

    private PartName() {}

    /** The name that the tools use, if this is an ordering code. */
    static Optional<String> ofOrderingCode(String name) {
        Matcher code = ORDERING_CODE.matcher(name.toLowerCase(Locale.ROOT));
        if (!code.matches()) {
            return Optional.empty();
        }
        String device = code.group(1);
        String grade = code.group(2).replace("l", "");
        boolean low = code.group(2).contains("l");
        if (Devices.family(device).equals(Devices.DSP48E1)) {
            return Optional.of(device + code.group(3) + "-" + grade + (low ? "L" : ""));
        }
        return Optional.of(device + "-" + code.group(3) + "-" + grade + (low ? "L" : "") + "-" + code.group(4));
    }

    /** What is wrong with that which follows the device in the name; empty if it is a package and a speed grade. */
    static Optional<String> problem(String name, Devices.Device device) {
        String rest = name.toLowerCase(Locale.ROOT).substring(device.name().length());
        boolean isSeries7 = device.slice().equals(Devices.DSP48E1);
        if ((isSeries7 ? SERIES_7_REST : LATER_REST).matcher(rest).matches()) {
            return Optional.empty();
        }
        String example = isSeries7 ? "xc7z020clg400-1" : "xczu7ev-ffvc1156-2-e";
        return Optional.of((rest.isEmpty()
                        ? "no package and no speed grade follow " + device.name()
                        : "'" + rest + "' after " + device.name() + " is not a package and speed grade of its family")
                + ". The planner needs only the device, but the AMD tools will probably not know this part. Write it"
                + " like "
                + example + ".");
    }

    /** The shortest period of a clock on such a device, in nanoseconds. */
    static double fastestClock(DspSlice family) {
        return FASTEST_CLOCK.get(family);
    }
}
