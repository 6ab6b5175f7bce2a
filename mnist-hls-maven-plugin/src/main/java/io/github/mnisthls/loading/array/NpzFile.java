/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import io.github.mnisthls.files.CheckedZip;
import io.github.mnisthls.loading.layer.NotReadable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;

/** A zip of arrays, as NumPy's {@code savez} and {@code savez_compressed} write it. Nothing in it is run: arrays of objects are refused. */
public final class NpzFile {
    private static final String ENDING = ".npy";
    private static final int MAX_BYTES = 256 << 20;
    private static final int MAX_ARRAYS = 10_000;

    private NpzFile() {}

    /**
     * All arrays by name.
     *
     * @throws NotReadable if the file is damaged, or holds something else
     */
    public static Map<String, NumberArray> read(Path file) {
        try (CheckedZip zip = new CheckedZip(file)) {
            if (zip.count() > MAX_ARRAYS) {
                throw new NotReadable("it has " + zip.count() + " entries", "At most " + MAX_ARRAYS + " are read.");
            }
            long left = MAX_BYTES;
            Map<String, NumberArray> arrays = new TreeMap<>();
            for (String entry : zip.names()) {
                long size = zip.size(entry).orElse(-1);
                left -= size;
                if (!entry.endsWith(ENDING) || size < 0 || left < 0) {
                    throw new NotReadable(
                            "its entry '" + entry + "' is not an array, or has too many values",
                            "Write arrays of at most " + (MAX_BYTES >> 20) + " MiB by numpy.savez.");
                }
                String name = entry.substring(0, entry.length() - ENDING.length());
                arrays.put(name, NpyReader.read("'" + name + "'", zip.read(entry)));
            }
            return arrays;
        } catch (ZipException | EOFException e) {
            throw new NotReadable("it is not a complete zip file (" + e.getMessage() + ")", "Write or copy it again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
