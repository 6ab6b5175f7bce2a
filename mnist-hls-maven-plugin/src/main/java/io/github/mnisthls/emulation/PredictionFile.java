/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Predictions as a file, so that the emulator computes an image once.
 *
 * <p>Little-endian: the magic {@code MNHLSPR1}; the SHA-256 of all that follows, as 64 hexadecimal digits; 32-bit images,
 * classes, length of the format's name; that name; the raw logits, image after image, each in as many bytes as the format
 * needs.
 */
public final class PredictionFile {
    private static final byte[] MAGIC = "MNHLSPR1".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_DIGITS = 64;
    private static final int HEADER_INTS = 3;

    private PredictionFile() {}

    /** Writes the file. The same predictions give the same bytes. */
    public static void write(Predictions predictions, Path file) {
        byte[] content = content(predictions);
        AtomicFile.write(
                file,
                ByteBuffer.allocate(MAGIC.length + DIGEST_DIGITS + content.length)
                        .put(MAGIC)
                        .put(Digest.of(content).getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidSettingException if the file is missing or damaged; the message names it
     */
    public static Predictions read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (!Arrays.equals(take(bytes, MAGIC.length), MAGIC)) {
                throw new IllegalArgumentException("it is not a file of predictions");
            }
            String expected = new String(take(bytes, DIGEST_DIGITS), StandardCharsets.US_ASCII);
            String found = Digest.of(take(bytes.duplicate(), bytes.remaining()));
            if (!found.equals(expected)) {
                throw new IllegalArgumentException("it was changed or damaged: its SHA-256 is " + found);
            }
            return content(bytes);
        } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "The predictions in " + file + " cannot be read: "
                            + (e.getMessage() == null ? "it is too short" : e.getMessage())
                            + ". Run the goal quantize again to write them again.",
                    e);
        }
    }

    private static byte[] content(Predictions predictions) {
        byte[] format = predictions.format().toString().getBytes(StandardCharsets.US_ASCII);
        int bytes = bytesOf(predictions.format());
        long[] logits = predictions.logits();
        ByteBuffer content = ByteBuffer.allocate(HEADER_INTS * Integer.BYTES + format.length + logits.length * bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(predictions.count())
                .putInt(predictions.classes())
                .putInt(format.length)
                .put(format);
        for (long logit : logits) {
            for (int i = 0; i < bytes; i++) {
                content.put((byte) (logit >> (Byte.SIZE * i)));
            }
        }
        return content.array();
    }

    private static Predictions content(ByteBuffer bytes) {
        int images = bytes.getInt();
        int classes = bytes.getInt();
        FixedPointFormat format =
                FixedPointFormat.parse(new String(take(bytes, bytes.getInt()), StandardCharsets.US_ASCII));
        int width = bytesOf(format);
        int unused = Long.SIZE - Byte.SIZE * width;
        long[] logits = new long[images * classes];
        for (int i = 0; i < logits.length; i++) {
            long raw = 0;
            for (int b = 0; b < width; b++) {
                raw |= (bytes.get() & 0xffL) << (Byte.SIZE * b);
            }
            logits[i] = format.signed() ? raw << unused >> unused : raw;
        }
        return new Predictions(format, classes, logits);
    }

    private static int bytesOf(FixedPointFormat format) {
        return (format.width() + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static byte[] take(ByteBuffer bytes, int count) {
        byte[] result = new byte[count];
        bytes.get(result);
        return result;
    }
}
