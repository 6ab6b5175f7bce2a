/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.NearestName;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of AMD, by the name of the part, of an order, or of a board. */
public final class Parts {
    private static final Pattern LEGAL = Pattern.compile("x[a-z0-9][a-z0-9-]*");

    /** A device with more slips in its name is none that was meant. */
    private static final int SLIPS = 1;

    private Parts() {}

    /** Names of the known devices, in alphabetical order. */
    public static List<String> names() {
        return Devices.names();
    }

    /**
     * Looks a part up.
     *
     * @param name      with or without dashes after the device, such as {@code xc7z020clg400-1}; or an ordering code; or a
     *                  board
     * @param resources used instead of the table's; needed where the part is not in it
     * @return the part, named as the tools spell it
     */
    public static Part find(String name, Optional<Resources> resources) {
        String spelled = spelled(name);
        String lower = spelled.toLowerCase(Locale.ROOT);
        if (!LEGAL.matcher(lower).matches()) {
            throw new InvalidSettingException(
                    Settings.PART,
                    name,
                    "it is not the name of a part",
                    "Give the name that the AMD tools use, such as xc7z020clg400-1, or one of the boards "
                            + String.join(", ", Boards.names()) + ".");
        }
        Optional<Devices.Device> known = Devices.of(lower);
        if (known.isEmpty() && resources.isEmpty()) {
            throw new InvalidSettingException(
                    Settings.PART,
                    name,
                    "its resources are not in the table of known devices " + names(),
                    nearest(lower)
                            + "Add <resources> with <lut>, <ff>, <dsp>, <bram18> and <uram> of the part, as its data sheet"
                            + " lists them.");
        }
        return new Part(
                spelled,
                known.map(Devices.Device::slice).orElse(Devices.family(lower)),
                resources.orElseGet(() -> known.orElseThrow().resources()));
    }

    private static String spelled(String name) {
        return Boards.part(name).or(() -> PartName.ofOrderingCode(name)).orElse(name);
    }

    private static String nearest(String part) {
        String device = part.replaceFirst("(?<=[a-z0-9]{4})-.*", "");
        return names().stream()
                .filter(known -> distance(device, known) <= SLIPS)
                .min((a, b) -> Integer.compare(distance(device, a), distance(device, b)))
                .map(known -> "Did you mean " + known + "? ")
                .orElse("");
    }

    /** Of the beginning that is most like the device; a package may follow it. */
    private static int distance(String part, String device) {
        int least = NearestName.distance(part, device);
        for (int end = device.length() - 1; end <= Math.min(part.length(), device.length() + 1); end++) {
            least = Math.min(least, NearestName.distance(part.substring(0, Math.min(end, part.length())), device));
        }
        return least;
    }

    /**
     * What about the part and its clock is worth a warning before any tool starts.
     *
     * @param name as the user wrote it
     * @param part that was found for it
     */
    public static List<String> warnings(String name, Part part, double clockPeriodNs) {
        List<String> warnings = new ArrayList<>();
        Devices.of(part.name().toLowerCase(Locale.ROOT))
                .flatMap(device -> PartName.problem(part.name(), device))
                .ifPresent(problem -> warnings.add(Settings.PART + " is '" + name + "': " + problem));
        double fastest = PartName.fastestClock(part.dspSlice());
        if (clockPeriodNs < fastest) {
            warnings.add(Settings.CLOCK_PERIOD_NS + " is '" + clockPeriodNs + "': no clock of " + part.name()
                    + " has a period below " + fastest + " ns. Synthesis will not meet it; use 5 to 10.");
        }
        return warnings;
    }
}
