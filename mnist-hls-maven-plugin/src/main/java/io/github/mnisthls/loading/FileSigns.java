/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** By what files tell their form. */
final class FileSigns {
    /** {@code \x89HDF\r\n\x1a\n}. */
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Of Python's pickle, protocols 2 to 5. */
    private static final int PICKLE = 0x80;

    private static final int MIN_PICKLE = 2;
    private static final int MAX_PICKLE = 5;

    private static final int LENGTH_BYTES = 8;

    private FileSigns() {}

    static boolean hdf5(byte[] head, Path file) {
        return starts(head, HDF5);
    }

    /** A zip of JSON and HDF5. */
    static boolean keras(byte[] head, Path file) {
        return starts(head, ZIP) && zipHolds(file, name -> name.equals("model.weights.h5"));
    }

    /** The layers of a model of Keras, which keeps its weights in another file. */
    static boolean json(byte[] head, Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")
                && new String(head, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    /** A zip with a pickle in it, or a bare pickle. */
    static boolean torch(byte[] head, Path file) {
        if (head.length > 1 && Byte.toUnsignedInt(head[0]) == PICKLE) {
            return head[1] >= MIN_PICKLE && head[1] <= MAX_PICKLE;
        }
        return starts(head, ZIP) && zipHolds(file, name -> name.endsWith("/data.pkl"));
    }

    /** The length of a JSON header in eight bytes, then the header. */
    static boolean safetensors(byte[] head, Path file) {
        return head.length > LENGTH_BYTES + 1
                && head[LENGTH_BYTES - 1] == 0
                && new String(head, LENGTH_BYTES, 2, StandardCharsets.ISO_8859_1).equals("{\"");
    }

    /** A zip of arrays. */
    static boolean npz(byte[] head, Path file) {
        return starts(head, ZIP) && zipHolds(file, name -> name.endsWith(".npy"));
    }

    /** Neither a folder nor a zip, which DL4J writes. */
    static boolean unknown(byte[] head, Path file) {
        return Files.isRegularFile(file) && !starts(head, Arrays.copyOf(ZIP, 2));
    }

    private static boolean starts(byte[] head, byte[] sign) {
        return head.length >= sign.length && Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
    }

    private static boolean zipHolds(Path file, Predicate<String> wanted) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(wanted);
        } catch (IOException | IllegalArgumentException e) {
            return false; // a damaged zip, whose own reader tells why
        }
    }
}
