/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import io.github.mnisthls.hardware.DspSlice;
import io.github.mnisthls.hardware.Resources;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is on the devices, as the data sheets of their families count it. */
final class Devices {
    /** 7-series and Zynq-7000. */
    static final DspSlice DSP48E1 = new DspSlice(25, 18);
    /** UltraScale and UltraScale+. */
    static final DspSlice DSP48E2 = new DspSlice(27, 18);
    /** Versal. */
    static final DspSlice DSP58 = new DspSlice(27, 24);

    /** Name, LUTs, flip-flops, DSP slices, block RAMs of 18 Kbit, UltraRAMs. */
    private static final String SERIES_7 = """
            xc7a12t 8000 16000 40 40 0
            xc7a15t 10400 20800 45 50 0
            xc7a25t 14600 29200 80 90 0
            xc7a35t 20800 41600 90 100 0
            xc7a50t 32600 65200 120 150 0
            xc7a75t 47200 94400 180 210 0
            xc7a100t 63400 126800 240 270 0
            xc7a200t 134600 269200 740 730 0
            xc7k70t 41000 82000 240 270 0
            xc7k160t 101400 202800 600 650 0
            xc7k325t 203800 407600 840 890 0
            xc7k355t 222600 445200 1440 1430 0
            xc7k410t 254200 508400 1540 1590 0
            xc7k420t 260600 521200 1680 1670 0
            xc7k480t 298600 597200 1920 1910 0
            xc7s6 3750 7500 10 10 0
            xc7s15 8000 16000 20 20 0
            xc7s25 14600 29200 80 90 0
            xc7s50 32600 65200 120 150 0
            xc7s75 48000 96000 140 180 0
            xc7s100 64000 128000 160 240 0
            xc7v585t 364200 728400 1260 1590 0
            xc7v2000t 1221600 2443200 2160 2584 0
            xc7vx330t 204000 408000 1120 1500 0
            xc7vx415t 257600 515200 2160 1760 0
            xc7vx485t 303600 607200 2800 2060 0
            xc7vx550t 346400 692800 2880 2360 0
            xc7vx690t 433200 866400 3600 2940 0
            xc7vx980t 612000 1224000 3600 3000 0
            xc7vx1140t 712000 1424000 3360 3760 0
            xc7z007s 14400 28800 66 100 0
            xc7z010 17600 35200 80 120 0
            xc7z012s 34400 68800 120 144 0
            xc7z014s 40600 81200 170 214 0
            xc7z015 46200 92400 160 190 0
            xc7z020 53200 106400 220 280 0
            xc7z030 78600 157200 400 530 0
            xc7z035 171900 343800 900 1000 0
            xc7z045 218600 437200 900 1090 0
            xc7z100 277400 554800 2020 1510 0
            """;

    private static final String ULTRASCALE = """
            xck24 70560 141120 360 432 0
            xck26 117120 234240 1248 288 64
            xcku025 145440 290880 1152 720 0
            xcku035 203128 406256 1700 1080 0
            xcku040 242400 484800 1920 1200 0
            xcku060 331680 663360 2760 2160 0
            xcku085 497520 995040 4100 3240 0
            xcku095 537600 1075200 768 3360 0
            xcku115 663360 1326720 5520 4320 0
            xcku3p 162720 325440 1368 720 48
            xcku5p 216960 433920 1824 960 64
            xcku9p 274080 548160 2520 1824 0
            xcku11p 298560 597120 2928 1200 80
            xcku13p 341280 682560 3528 1488 112
            xcku15p 522720 1045440 1968 1968 128
            xcu50 871680 1743360 5952 2688 640
            xcu55c 1303680 2607360 9024 4032 960
            xcu200 1182240 2364480 6840 4320 960
            xcu250 1728000 3456000 12288 5376 1280
            xcu280 1303680 2607360 9024 4032 960
            xcvu095 537600 1075200 768 3456 0
            xcvu190 1074240 2148480 1800 7560 0
            xcvu440 2532960 5065920 2880 5040 0
            xcvu3p 394080 788160 2280 1440 320
            xcvu7p 788160 1576320 4560 2880 640
            xcvu9p 1182240 2364480 6840 4320 960
            xcvu11p 1296000 2592000 9216 4032 960
            xcvu13p 1728000 3456000 12288 5376 1280
            xcvu35p 871680 1743360 5952 2688 640
            xcvu37p 1303680 2607360 9024 4032 960
            xczu1cg 37440 74880 216 216 0
            xczu1eg 37440 74880 216 216 0
            xczu2cg 47232 94464 240 300 0
            xczu2eg 47232 94464 240 300 0
            xczu3cg 70560 141120 360 432 0
            xczu3eg 70560 141120 360 432 0
            xczu4cg 87840 175680 728 256 48
            xczu4eg 87840 175680 728 256 48
            xczu4ev 87840 175680 728 256 48
            xczu5cg 117120 234240 1248 288 64
            xczu5eg 117120 234240 1248 288 64
            xczu5ev 117120 234240 1248 288 64
            xczu6cg 214604 429208 1973 1428 0
            xczu6eg 214604 429208 1973 1428 0
            xczu7cg 230400 460800 1728 624 96
            xczu7eg 230400 460800 1728 624 96
            xczu7ev 230400 460800 1728 624 96
            xczu9cg 274080 548160 2520 1824 0
            xczu9eg 274080 548160 2520 1824 0
            xczu11eg 298560 597120 2928 1200 80
            xczu15eg 341280 682560 3528 1488 112
            xczu19eg 522720 1045440 1968 1968 128
            xczu27dr 425280 850560 4272 2160 80
            xczu28dr 425280 850560 4272 2160 80
            xczu48dr 425280 850560 4272 2160 80
            """;

    private static final String VERSAL = """
            xcvc1902 899840 1799680 1968 1934 463
            xcvm1802 899840 1799680 1968 1934 463
            """;

    private static final Map<String, Device> KNOWN = known();

    /**
     * A device in all of its packages and speed grades.
     *
     * @param name the beginning of its parts' names
     */
    record Device(String name, DspSlice slice, Resources resources) {}

    private Devices() {}

    /** In alphabetical order. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** The known device whose part this is; that with the longest name where one begins with another's. */
    static Optional<Device> of(String part) {
        // parts for cars and for space have the silicon of the commercial ones
        String commercial = part.replaceFirst("^x[aq]", "xc");
        return KNOWN.values().stream()
                .filter(device -> commercial.startsWith(device.name()))
                .max(Comparator.comparingInt(device -> device.name().length()));
    }

    /** The multipliers of a part, known or not, by its family. */
    static DspSlice family(String part) {
        if (part.startsWith("xcv") && part.length() > 3 && "cmpeh".indexOf(part.charAt(3)) >= 0) {
            return DSP58;
        }
        return part.matches("x[caq]7.*") ? DSP48E1 : DSP48E2;
    }

    private static Map<String, Device> known() {
        Map<String, Device> devices = new TreeMap<>();
        add(devices, SERIES_7, DSP48E1);
        add(devices, ULTRASCALE, DSP48E2);
        add(devices, VERSAL, DSP58);
        return Collections.unmodifiableMap(devices);
    }

    private static void add(Map<String, Device> devices, String table, DspSlice slice) {
        table.lines().map(line -> line.split(" ")).forEach(words -> {
            Resources resources = new Resources(
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Long.parseLong(words[5]));
            devices.put(words[0], new Device(words[0], slice, resources));
        });
    }
}
