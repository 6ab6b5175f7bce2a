/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.ByteArrayInputStream;
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

/** One file of unsigned bytes in the IDX format (LeCun, Cortes and Burges, "The MNIST database"), unpacked and checked. */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MAX_DIMENSIONS = 4;
    private static final int MAX_BYTES = 1 << 30;

    private final String name;
    private final List<Integer> dimensions;
    private final byte[] unpacked;

    private IdxFile(String name, List<Integer> dimensions, byte[] unpacked) {
        this.name = name;
        this.dimensions = List.copyOf(dimensions);
        this.unpacked = unpacked;
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
        digest.add(unpacked);
    }

    /**
     * Reads a plain or gzip file.
     *
     * @param expectedDimensions 1 for labels, 3 or 4 for images
     * @throws InvalidSettingException if the file is damaged or is no such file
     */
    static IdxFile parse(String name, byte[] content, int... expectedDimensions) {
        byte[] unpacked = unpack(name, content);
        if (unpacked.length < 4 || unpacked[0] != 0 || unpacked[1] != 0) {
            throw damaged(name, "it does not begin with the IDX magic number");
        }
        if (unpacked[2] != UNSIGNED_BYTE) {
            throw damaged(name, String.format("its element type is 0x%02x, not unsigned byte (0x08)", unpacked[2]));
        }
        int rank = unpacked[3];
        if (Arrays.stream(expectedDimensions).noneMatch(expected -> expected == rank)) {
            throw damaged(
                    name,
                    "it has " + rank + " dimensions where " + Arrays.toString(expectedDimensions)
                            + " are expected (labels 1, images 3 or 4)");
        }
        return withDimensions(name, unpacked, rank);
    }

    private static IdxFile withDimensions(String name, byte[] unpacked, int rank) {
        int header = 4 + 4 * rank;
        if (rank > MAX_DIMENSIONS || unpacked.length < header) {
            throw damaged(name, "its header is cut off");
        }
        ByteBuffer buffer = ByteBuffer.wrap(unpacked, 4, 4 * rank);
        List<Integer> dimensions = new ArrayList<>();
        long size = 1;
        for (int i = 0; i < rank; i++) {
            int extent = buffer.getInt();
            if (extent < 1 || (size *= extent) > MAX_BYTES) {
                throw damaged(name, "its header names an extent of " + extent);
            }
            dimensions.add(extent);
        }
        if (unpacked.length != header + size) {
            throw damaged(
                    name,
                    "its header " + dimensions + " promises " + size + " bytes of data, but there are "
                            + (unpacked.length - header));
        }
        return new IdxFile(name, dimensions, unpacked);
    }

    /** The elements, without the header; a copy. */
    byte[] data() {
        return Arrays.copyOfRange(unpacked, 4 + 4 * dimensions.size(), unpacked.length);
    }

    private static byte[] unpack(String name, byte[] content) {
        if (content.length < 2 || (((content[0] & 0xff) << 8) | (content[1] & 0xff)) != GZIP_MAGIC) {
            return content;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] unpacked = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                throw damaged(name, "it unpacks to more than " + MAX_BYTES + " bytes");
            }
            return unpacked;
        } catch (EOFException e) {
            throw damaged(name, "its gzip data is cut off");
        } catch (ZipException e) {
            throw damaged(name, "its gzip data is corrupt (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InvalidSettingException damaged(String name, String problem) {
        return new InvalidSettingException("The data file " + name + " cannot be used: " + problem
                + ". Copy it again from its source, or remove " + Settings.DATASET + " to use the MNIST files"
                + " that come with the plugin.");
    }
}
