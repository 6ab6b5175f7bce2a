/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Digest {
    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest;

    private Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The digest of nothing yet. */
    public static Digest create() {
        return new Digest();
    }

    /** The digest of these bytes. */
    public static String of(byte[] bytes) {
        return create().add(bytes).hex();
    }

    /** The digest of this text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a file's bytes. */
    public static String of(Path file) {
        return create().add(file).hex();
    }

    /** Adds a file's bytes, which are never in memory as a whole. */
    public Digest add(Path file) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return this;
    }

    /** Adds these bytes. */
    public Digest add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** The digest of all that was added; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
