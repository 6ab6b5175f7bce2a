/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import io.github.mnisthls.hardware.DspSlice;
import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices of AMD that are known, by the start of a part's name. */
public final class Parts {
    /** 7-series and Zynq-7000. */
    static final DspSlice DSP48E1 = new DspSlice(25, 18);
    /** UltraScale and UltraScale+. */
    static final DspSlice DSP48E2 = new DspSlice(27, 18);
    /** Versal. */
    static final DspSlice DSP58 = new DspSlice(27, 24);

    private static final Map<String, Device> DEVICES = devices();

    private record Device(DspSlice slice, Resources resources) {}

    private Parts() {}

    /** Names of the known devices, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(DEVICES.keySet());
    }

    /**
     * Looks a part up.
     *
     * @param name      with or without dashes after the device, such as {@code xc7z020clg400-1}
     * @param resources used instead of the table's; needed where the part is not in it
     */
    public static Part find(String name, Optional<Resources> resources) {
        String device = name.toLowerCase(Locale.ROOT);
        if (!device.matches("x[a-z0-9][a-z0-9-]*")) {
            throw new InvalidSettingException(
                    Settings.PART,
                    name,
                    "it is not the name of a part",
                    "Give the name that the AMD tools use, such as xc7z020clg400-1.");
        }
        Optional<Device> known = DEVICES.entrySet().stream()
                .filter(entry -> device.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
        if (known.isEmpty() && resources.isEmpty()) {
            throw new InvalidSettingException(
                    Settings.PART,
                    name,
                    "its resources are not in the table of known devices " + names(),
                    "Add <resources> with <lut>, <ff>, <dsp>, <bram18> and <uram> of the part, as its data sheet lists"
                            + " them.");
        }
        DspSlice slice = known.map(Device::slice).orElse(family(device));
        return new Part(
                name, slice, resources.orElseGet(() -> known.orElseThrow().resources()));
    }

    private static DspSlice family(String device) {
        if (device.startsWith("xcv") && device.length() > 3 && "cmpeh".indexOf(device.charAt(3)) >= 0) {
            return DSP58;
        }
        return device.startsWith("xc7") || device.startsWith("xa7") ? DSP48E1 : DSP48E2;
    }

    private static Map<String, Device> devices() {
        Map<String, Device> devices = new TreeMap<>();
        add(devices, "xc7z007s", DSP48E1, 14_400, 28_800, 66, 100, 0);
        add(devices, "xc7z010", DSP48E1, 17_600, 35_200, 80, 120, 0);
        add(devices, "xc7z014s", DSP48E1, 40_600, 81_200, 170, 214, 0);
        add(devices, "xc7z015", DSP48E1, 46_200, 92_400, 160, 190, 0);
        add(devices, "xc7z020", DSP48E1, 53_200, 106_400, 220, 280, 0);
        add(devices, "xc7z030", DSP48E1, 78_600, 157_200, 400, 530, 0);
        add(devices, "xc7z045", DSP48E1, 218_600, 437_200, 900, 1_090, 0);
        add(devices, "xc7s25", DSP48E1, 14_600, 29_200, 80, 90, 0);
        add(devices, "xc7s50", DSP48E1, 32_600, 65_200, 120, 150, 0);
        add(devices, "xc7a35t", DSP48E1, 20_800, 41_600, 90, 100, 0);
        add(devices, "xc7a50t", DSP48E1, 32_600, 65_200, 120, 150, 0);
        add(devices, "xc7a100t", DSP48E1, 63_400, 126_800, 240, 270, 0);
        add(devices, "xc7a200t", DSP48E1, 134_600, 269_200, 740, 730, 0);
        add(devices, "xc7k325t", DSP48E1, 203_800, 407_600, 840, 890, 0);
        add(devices, "xc7vx485t", DSP48E1, 303_600, 607_200, 2_800, 2_060, 0);
        add(devices, "xc7vx690t", DSP48E1, 433_200, 866_400, 3_600, 2_940, 0);
        add(devices, "xcku040", DSP48E2, 242_400, 484_800, 1_920, 1_200, 0);
        add(devices, "xczu1cg", DSP48E2, 37_440, 74_880, 216, 216, 0);
        add(devices, "xczu2cg", DSP48E2, 47_232, 94_464, 240, 300, 0);
        add(devices, "xczu2eg", DSP48E2, 47_232, 94_464, 240, 300, 0);
        add(devices, "xczu3cg", DSP48E2, 70_560, 141_120, 360, 432, 0);
        add(devices, "xczu3eg", DSP48E2, 70_560, 141_120, 360, 432, 0);
        add(devices, "xczu4ev", DSP48E2, 87_840, 175_680, 728, 256, 48);
        add(devices, "xczu5ev", DSP48E2, 117_120, 234_240, 1_248, 288, 64);
        add(devices, "xczu7ev", DSP48E2, 230_400, 460_800, 1_728, 624, 96);
        add(devices, "xczu9eg", DSP48E2, 274_080, 548_160, 2_520, 1_824, 0);
        add(devices, "xczu28dr", DSP48E2, 425_280, 850_560, 4_272, 2_160, 80);
        add(devices, "xck26", DSP48E2, 117_120, 234_240, 1_248, 288, 64);
        add(devices, "xcu50", DSP48E2, 871_680, 1_743_360, 5_952, 2_688, 640);
        add(devices, "xcu200", DSP48E2, 1_182_240, 2_364_480, 6_840, 4_320, 960);
        add(devices, "xcu250", DSP48E2, 1_728_000, 3_456_000, 12_288, 5_376, 1_280);
        add(devices, "xcu280", DSP48E2, 1_303_680, 2_607_360, 9_024, 4_032, 960);
        add(devices, "xcvu9p", DSP48E2, 1_182_240, 2_364_480, 6_840, 4_320, 960);
        add(devices, "xcvu13p", DSP48E2, 1_728_000, 3_456_000, 12_288, 5_376, 1_280);
        add(devices, "xcvc1902", DSP58, 899_840, 1_799_680, 1_968, 1_934, 463);
        return Collections.unmodifiableMap(devices);
    }

    private static void add(
            Map<String, Device> devices,
            String name,
            DspSlice slice,
            long lut,
            long ff,
            long dsp,
            long bram,
            long uram) {
        devices.put(name, new Device(slice, new Resources(lut, ff, dsp, bram, uram)));
    }
}
