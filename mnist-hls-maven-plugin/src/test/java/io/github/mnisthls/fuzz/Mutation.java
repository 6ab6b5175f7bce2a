/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages healthy inputs as transfers, editors, mergers and attackers do. */
public final class Mutation {
    /** A name that a mutation gives to anything. */
    static final String FOREIGN_CLASS = "javax.swing.JEditorPane";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e308",
            "-1e-320",
            "NaN",
            "Infinity",
            "0.5",
            "1e400",
            "00",
            "+7",
            "1_000",
            "0x10",
            "",
            "null",
            "\"7\"",
            "٣");
    private static final List<String> SNIPPETS = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "\0",
            "../../../victim/precious.txt",
            "/etc/passwd",
            "<<<<<<< HEAD\n",
            "=======\n",
            "${x}",
            "$!{x.y}",
            "#if(",
            "'",
            "\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\u2028",
            "\uFEFF",
            "\ud83d\ude00",
            "é",
            "<",
            ">",
            "&amp;",
            "]]>",
            "<!DOCTYPE a [",
            "%s%n",
            ";",
            "=",
            ",",
            ":",
            "*",
            "::",
            "__",
            FOREIGN_CLASS,
            "@class");

    /** Long enough to fill a message, if one echoes it. */
    private static final int LONG = 20_000;

    private Mutation() {}

    /** One to three changes of bytes. */
    public static byte[] bytes(byte[] healthy, Random random) {
        byte[] bytes = healthy.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes = bytesOnce(bytes, random);
        }
        return bytes;
    }

    /** As {@link #bytes}; of a zip, half of the time of what is in it, so that the sums of its entries are right. */
    public static byte[] file(byte[] healthy, Random random) throws IOException {
        boolean zip = healthy.length > 1 && healthy[0] == 'P' && healthy[1] == 'K';
        return zip && random.nextBoolean() ? repacked(healthy, random) : bytes(healthy, random);
    }

    private static byte[] repacked(byte[] zip, Random random) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = List.copyOf(entries.keySet());
        entries.computeIfPresent(names.get(random.nextInt(names.size())), (name, content) -> bytes(content, random));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytesOnce(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[random.nextInt(100)];
        }
        // Headers decide the most.
        int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(64, bytes.length));
        int length = Math.min(random.nextInt(1 + random.nextInt(1000)), bytes.length - at);
        byte[] changed = bytes.clone();
        switch (random.nextInt(7)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 ->
                changed[at] = (byte)
                        List.of(0, 1, 127, 128, 255).get(random.nextInt(5)).intValue();
            case 2 -> Arrays.fill(changed, at, at + length, (byte) (random.nextBoolean() ? 0 : 255));
            case 3 -> changed = Arrays.copyOf(bytes, at);
            case 4 -> changed = joined(bytes, at, at + length, new byte[0]);
            case 5 -> {
                byte[] more = new byte[length];
                random.nextBytes(more);
                changed = joined(bytes, at, at, more);
            }
            default -> changed = joined(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
        }
        return changed;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        byte[] all = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(between, 0, all, from, between.length);
        System.arraycopy(bytes, to, all, from + between.length, bytes.length - to);
        return all;
    }

    /** One to three changes of words, numbers and characters, or of bytes. */
    public static String text(String healthy, Random random) {
        String text = healthy;
        for (int change = random.nextInt(3); change >= 0; change--) {
            text = textOnce(text, random);
        }
        return text;
    }

    private static String textOnce(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        return switch (random.nextInt(9)) {
            case 0 -> replaced(text, NUMBER, random, NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 1 -> replaced(text, NUMBER, random, Long.toString(random.nextLong()));
            case 2 -> replaced(text, WORD, random, snippet);
            case 3 -> replaced(text, WORD, random, anyWord(text, random));
            case 4 -> text.substring(0, at) + snippet + text.substring(at);
            case 5 -> text.substring(0, at);
            case 6 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(20)));
            case 7 -> replaced(text, random.nextBoolean() ? WORD : NUMBER, random, "x1".repeat(LONG / 2));
            default -> new String(bytesOnce(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
        };
    }

    private static String anyWord(String text, Random random) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        return words.isEmpty() ? "x" : words.get(random.nextInt(words.size())).group();
    }

    private static String replaced(String text, Pattern pattern, Random random, String by) {
        List<MatchResult> places =
                new ArrayList<>(pattern.matcher(text).results().toList());
        if (places.isEmpty()) {
            return text + by;
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + by + text.substring(place.end());
    }
}
