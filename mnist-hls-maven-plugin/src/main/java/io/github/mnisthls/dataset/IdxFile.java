/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of unsigned bytes in the IDX format (LeCun, Cortes and Burges, "The MNIST database"), unpacked and checked. Its
 * header is read first, and then no more than it promises.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MAX_DIMENSIONS = 4;
    private static final int MAX_BYTES = 1 << 30;

    /** Up to here memory is taken for what a header promises; above, it is counted first whether the data is there. */
    private static final int COUNTED_BYTES = 64 << 20;

    private final String name;
    private final List<Integer> dimensions;
    private final byte[] header;
    private final byte[] data;

    /** Where the bytes come from; may be opened twice. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private IdxFile(String name, List<Integer> dimensions, byte[] header, byte[] data) {
        this.name = name;
        this.dimensions = List.copyOf(dimensions);
        this.header = header;
        this.data = data;
    }

    String name() {
        return name;
    }

    /** From the header, outermost first. */
    List<Integer> dimensions() {
        return dimensions;
    }

    /** Adds the whole file after decompression, header included. */
    void addTo(Digest digest) {
        digest.add(header).add(data);
    }

    /** The elements, without the header; not copied. */
    byte[] data() {
        return data;
    }

    /**
     * Reads a plain or gzip file.
     *
     * @param expectedDimensions 1 for labels, 3 or 4 for images
     * @throws InvalidSettingException if the file is damaged, is no such file, or takes more memory than there is
     */
    static IdxFile parse(String name, Source source, int... expectedDimensions) {
        return reading(name, source, in -> {
            int rank = rank(name, in.readNBytes(4), expectedDimensions);
            byte[] extents = in.readNBytes(4 * rank);
            List<Integer> dimensions = dimensions(name, extents, rank);
            int size = dimensions.stream().reduce(1, (a, b) -> a * b);
            requireMemory(name, size, Runtime.getRuntime().maxMemory());
            if (size > COUNTED_BYTES) {
                count(name, source, 4 + extents.length, dimensions, size);
            }
            byte[] data = in.readNBytes(size);
            checkEnd(name, dimensions, size, data.length, in);
            return new IdxFile(name, dimensions, magic(rank, extents), data);
        });
    }

    /** The extents alone, from the header. */
    static List<Integer> dimensions(String name, Source source, int... expectedDimensions) {
        return reading(name, source, in -> {
            int rank = rank(name, in.readNBytes(4), expectedDimensions);
            return dimensions(name, in.readNBytes(4 * rank), rank);
        });
    }

    /** Takes something from a stream. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    private static <T> T reading(String name, Source source, Reading<T> reading) {
        try (InputStream in = unpacked(source)) {
            return reading.from(in);
        } catch (EOFException e) {
            throw damaged(name, "its gzip data is cut off");
        } catch (ZipException e) {
            throw damaged(name, "its gzip data is corrupt (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static InputStream unpacked(Source source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source.open(), 1 << 16);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static int rank(String name, byte[] magic, int... expected) {
        if (magic.length > 0 && magic[0] == '<') {
            throw unusable(
                    name,
                    "it is a web page that begins with '<', not data",
                    "Open it in an editor to see what the server says, and download the file again.");
        }
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw damaged(name, "it does not begin with the IDX magic number");
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw unusable(
                    name,
                    String.format("its element type is 0x%02x, not unsigned byte (0x08)", magic[2]),
                    "Write its values as whole numbers from 0 to 255, one byte each.");
        }
        int rank = magic[3];
        if (rank == 2 && Arrays.stream(expected).anyMatch(each -> each == 3)) {
            throw unusable(
                    name,
                    "it has 2 dimensions, count and pixels, so rows and columns are not known",
                    "Reshape it: the same bytes after a header of 3 dimensions, such as 60000, 28, 28.");
        }
        if (Arrays.stream(expected).noneMatch(each -> each == rank)) {
            throw damaged(
                    name,
                    "it has " + rank + " dimensions where " + Arrays.toString(expected)
                            + " are expected (labels 1, images 3 or 4)");
        }
        return rank;
    }

    private static List<Integer> dimensions(String name, byte[] extents, int rank) {
        if (rank > MAX_DIMENSIONS || extents.length < 4 * rank) {
            throw damaged(name, "its header is cut off");
        }
        ByteBuffer buffer = ByteBuffer.wrap(extents);
        List<Integer> dimensions = new ArrayList<>();
        long size = 1;
        for (int i = 0; i < rank; i++) {
            int extent = buffer.getInt();
            if (extent < 1 || (size *= extent) > MAX_BYTES) {
                throw damaged(name, "its header names an extent of " + extent);
            }
            dimensions.add(extent);
        }
        return dimensions;
    }

    /** Twice the data must fit, for images with channels are brought into another order. */
    static void requireMemory(String name, int size, long memory) {
        if (2L * size > memory) {
            throw new InvalidSettingException("The data file " + name + " takes " + mebibytes(size)
                    + " MiB and as much again to be worked with, but Maven may use only " + mebibytes(memory)
                    + " MiB. Give it more, with the environment variable MAVEN_OPTS=-Xmx" + (mebibytes(3L * size) + 256)
                    + "m, or take fewer images into the folder of " + Settings.DATASET + ".");
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes >> 20) + 1;
    }

    /** Takes no memory: a small file may unpack to anything. */
    private static void count(String name, Source source, int header, List<Integer> dimensions, int size)
            throws IOException {
        try (InputStream in = unpacked(source)) {
            in.skipNBytes(header);
            byte[] buffer = new byte[1 << 16];
            int found = 0;
            int length;
            do {
                length = in.readNBytes(buffer, 0, Math.min(buffer.length, size - found));
                found += length;
            } while (length > 0);
            checkEnd(name, dimensions, size, found, in);
        }
    }

    private static void checkEnd(String name, List<Integer> dimensions, int size, int found, InputStream rest)
            throws IOException {
        if (found < size || rest.read() >= 0) {
            throw damaged(
                    name,
                    "its header " + dimensions + " promises " + size + " bytes of data, but there are "
                            + (found < size ? found : "more"));
        }
    }

    private static byte[] magic(int rank, byte[] extents) {
        return ByteBuffer.allocate(4 + extents.length)
                .putInt(UNSIGNED_BYTE << 8 | rank)
                .put(extents)
                .array();
    }

    static InvalidSettingException damaged(String name, String problem) {
        return unusable(
                name,
                problem,
                "Copy it again from its source, or remove " + Settings.DATASET
                        + " to use the MNIST files that come with" + " the plugin.");
    }

    /** A file that is whole, but not what is needed. */
    static InvalidSettingException unusable(String name, String problem, String remedy) {
        return new InvalidSettingException("The data file " + name + " cannot be used: " + problem + ". " + remedy);
    }
}
