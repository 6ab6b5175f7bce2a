/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.settings.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages healthy files, in the same ways each time, and has each of them read: no hang, no crash, a word of the user's. */
public final class Mutants {
    /** How many files of each form; the nightly build has more. */
    public static final int COUNT = Integer.getInteger("mnisthls.fuzz.inputs", 200);

    private static final long MOST_NANOS = 5_000_000_000L;
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST = 64;

    private static final byte[] VALUES = {0, 1, 0x7f, -0x80, -1, '0', '9', '-', '"', '{'};

    private Mutants() {}

    /**
     * Has damaged files read.
     *
     * @param healthy files of one form
     * @param file    where each of the damaged ones is written
     * @param reader  throws {@link InvalidSettingException} for what it refuses
     * @return how many were accepted
     */
    public static int read(List<Path> healthy, Path file, Consumer<? super Path> reader) {
        int accepted = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            Path original = healthy.get(random.nextInt(healthy.size()));
            String which = "mutant " + seed + " of " + original;
            try {
                Files.write(file, of(Files.readAllBytes(original), random));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long start = System.nanoTime();
            try {
                reader.accept(file);
                accepted++;
            } catch (InvalidSettingException e) {
                checkWords(which, e);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(which + " is answered by " + e, e);
            }
            long nanos = System.nanoTime() - start;
            if (nanos > MOST_NANOS) {
                throw new AssertionError(which + " takes " + nanos / 1_000_000 + " ms");
            }
        }
        return accepted;
    }

    private static void checkWords(String which, InvalidSettingException e) {
        if (e.getMessage() == null
                || e.getMessage().contains("Exception")
                || e.getMessage().contains("\n\tat ")) {
            throw new AssertionError(which + " is refused in no words of the user's: " + e.getMessage(), e);
        }
    }

    /** A damaged file; of a zip, half of the time what is in it, so that the sums of its entries are right. */
    public static byte[] of(byte[] healthy, Random random) throws IOException {
        boolean zip = healthy.length > 1 && healthy[0] == 'P' && healthy[1] == 'K';
        return zip && random.nextBoolean() ? repacked(healthy, random) : changed(healthy, random);
    }

    private static byte[] repacked(byte[] zip, Random random) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = List.copyOf(entries.keySet());
        entries.computeIfPresent(names.get(random.nextInt(names.size())), (name, content) -> changed(content, random));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(byte[] healthy, Random random) {
        byte[] bytes = healthy;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && bytes.length > 1; changes--) {
            bytes = changedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] changedOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(LONGEST), bytes.length - at);
        byte[] same = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> same[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> same[at] = VALUES[random.nextInt(VALUES.length)];
            case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), same, at, length);
            case 3 -> {
                return joined(bytes, at, bytes, at + length);
            }
            case 4 -> {
                return joined(bytes, at + length, bytes, at);
            }
            default -> {
                return random.nextInt(4) > 0 ? same : joined(bytes, at, bytes, bytes.length);
            }
        }
        return same;
    }

    /** The beginning of one up to {@code end}, then the rest of the other from {@code start} on. */
    private static byte[] joined(byte[] first, int end, byte[] second, int start) {
        byte[] joined = new byte[end + second.length - start];
        System.arraycopy(first, 0, joined, 0, end);
        System.arraycopy(second, start, joined, end, second.length - start);
        return joined;
    }
}
