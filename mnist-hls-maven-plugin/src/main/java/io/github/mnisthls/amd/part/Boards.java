/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Boards that people name instead of the part on them. */
final class Boards {
    private static final String PARTS = """
            alveo-u50 xcu50-fsvh2104-2-e
            alveo-u55c xcu55c-fsvh2892-2L-e
            alveo-u200 xcu200-fsgd2104-2-e
            alveo-u250 xcu250-figd2104-2L-e
            alveo-u280 xcu280-fsvh2892-2L-e
            arty-a7-35 xc7a35ticsg324-1L
            arty-a7-100 xc7a100tcsg324-1
            arty-z7-10 xc7z010clg400-1
            arty-z7-20 xc7z020clg400-1
            basys3 xc7a35tcpg236-1
            cmod-a7-35t xc7a35tcpg236-1
            cora-z7-07s xc7z007sclg400-1
            cora-z7-10 xc7z010clg400-1
            genesys2 xc7k325tffg900-2
            kc705 xc7k325tffg900-2
            kcu105 xcku040-ffva1156-2-e
            kd240 xck24-ubva530-2LV-c
            kr260 xck26-sfvc784-2LV-c
            kv260 xck26-sfvc784-2LV-c
            nexys-a7-100t xc7a100tcsg324-1
            nexys-video xc7a200tsbg484-1
            pynq-z1 xc7z020clg400-1
            pynq-z2 xc7z020clg400-1
            rfsoc4x2 xczu48dr-ffvg1517-2-e
            ultra96 xczu3eg-sbva484-1-e
            ultra96-v2 xczu3eg-sbva484-1-i
            vc707 xc7vx485tffg1761-2
            vc709 xc7vx690tffg1761-2
            vck190 xcvc1902-vsva2197-2MP-e-S
            vcu118 xcvu9p-flga2104-2L-e
            zc702 xc7z020clg484-1
            zc706 xc7z045ffg900-2
            zcu102 xczu9eg-ffvb1156-2-e
            zcu104 xczu7ev-ffvc1156-2-e
            zcu106 xczu7ev-ffvc1156-2-e
            zcu111 xczu28dr-ffvg1517-2-e
            zedboard xc7z020clg484-1
            zybo xc7z010clg400-1
            zybo-z7-10 xc7z010clg400-1
            zybo-z7-20 xc7z020clg400-1
            """;

    private static final Map<String, String> BY_NAME = byName();

    private Boards() {}

    private static Map<String, String> byName() {
        Map<String, String> boards = new TreeMap<>();
        PARTS.lines().forEach(line -> boards.put(plain(board(line)), line.substring(line.indexOf(' ') + 1)));
        return boards;
    }

    /** The part on a board; upper case, blanks, dashes and underscores do not count. */
    static Optional<String> part(String board) {
        return Optional.ofNullable(BY_NAME.get(plain(board)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** The known boards, for messages. */
    static List<String> names() {
        return PARTS.lines().map(Boards::board).toList();
    }

    private static String board(String line) {
        return line.substring(0, line.indexOf(' '));
    }
}
