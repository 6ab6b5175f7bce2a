/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file whose entries are given only if they have the size and the CRC-32 that its directory tells. */
public final class CheckedZip implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    /**
     * Opens a zip file and reads its directory.
     *
     * @throws ZipException if it is damaged, or has two entries of one name
     */
    public CheckedZip(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException e) {
            throw damaged("its directory cannot be read", e);
        }
        try {
            readDirectory();
        } catch (ZipException e) {
            zip.close();
            throw e;
        }
    }

    private void readDirectory() throws ZipException {
        try {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entries.put(entry.getName(), entry) != null) {
                    throw new ZipException("two entries are called " + entry.getName());
                }
            }
        } catch (IllegalArgumentException e) {
            // What the JDK thinks of a time or an extra field that no clock or program has written.
            throw damaged("its directory cannot be read", e);
        }
    }

    /** The entries, by name. */
    public Iterable<String> names() {
        return entries.keySet();
    }

    public int count() {
        return entries.size();
    }

    /** What an entry promises to unpack to, in bytes; empty if there is no such entry. */
    public OptionalLong size(String name) {
        return Optional.ofNullable(entries.get(name))
                .map(entry -> OptionalLong.of(entry.getSize()))
                .orElse(OptionalLong.empty());
    }

    /**
     * Unpacks an entry, which takes as much memory as its {@link #size} says.
     *
     * @throws ZipException if the bytes are not those that were packed
     */
    public byte[] read(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        int size = Math.toIntExact(entry.getSize());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(size);
            if (content.length != size || in.read() >= 0) {
                throw wrongSize(name);
            }
            CRC32 sum = new CRC32();
            sum.update(content);
            checkSum(entry, sum);
            return content;
        }
    }

    /**
     * Checks an entry that nobody needs.
     *
     * @throws ZipException as {@link #read}
     */
    public void verify(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = entry.getSize();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int length = in.read(buffer); length >= 0 && left >= 0; length = in.read(buffer)) {
                sum.update(buffer, 0, length);
                left -= length;
            }
        }
        if (left != 0) {
            throw wrongSize(name);
        }
        checkSum(entry, sum);
    }

    private static void checkSum(ZipEntry entry, CRC32 sum) throws ZipException {
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " is damaged: its CRC-32 differs from the recorded one");
        }
    }

    private static ZipException wrongSize(String name) {
        return new ZipException(name + " is damaged: its unpacked size differs from the recorded one");
    }

    private static ZipException damaged(String problem, Exception cause) {
        ZipException damaged = new ZipException(problem);
        damaged.initCause(cause);
        return damaged;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
