/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Images and the logits that the quantized network gives for them.
 *
 * <p>The file, little-endian: the magic {@code MNHLSGV1}; 32-bit images, channels, height, width, classes, logit bits;
 * the 64-bit FNV-1a hash of everything else in the file, before and after it; then per image its pixels, row by row,
 * pixel by pixel, channel by channel, and its raw logits as 64-bit integers.
 */
public final class GoldenVectors {
    private static final String MAGIC = "MNHLSGV1";
    private static final int HEADER_INTS = 6;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Shape shape;
    private final int classes;
    private final byte[] pixels;
    private final long[] logits;

    private GoldenVectors(Shape shape, int classes, byte[] pixels, long[] logits) {
        this.shape = shape;
        this.classes = classes;
        this.pixels = pixels;
        this.logits = logits;
    }

    /**
     * Vectors from arrays that are copied.
     *
     * @param shape  of each image
     * @param pixels image after image, each in CHW order
     * @param logits raw, image after image
     */
    public static GoldenVectors of(Shape shape, int classes, byte[] pixels, long[] logits) {
        if (pixels.length % shape.size() != 0
                || (long) pixels.length / shape.size() * classes != logits.length
                || logits.length == 0) {
            throw new InvalidSettingException(
                    "golden vectors",
                    pixels.length + " pixels, " + logits.length + " logits",
                    "they are not whole images of " + shape.named() + " and " + classes + " logits each",
                    "Give at least one image.");
        }
        return new GoldenVectors(shape, classes, pixels.clone(), logits.clone());
    }

    public int images() {
        return logits.length / classes;
    }

    /** The file. */
    byte[] encode(int logitBits) {
        ByteBuffer header = ByteBuffer.allocate(MAGIC.length() + HEADER_INTS * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC.getBytes(StandardCharsets.US_ASCII))
                .putInt(images())
                .putInt(shape.channels())
                .putInt(shape.height())
                .putInt(shape.width())
                .putInt(classes)
                .putInt(logitBits);
        byte[] body = body();
        long hash = hash(hash(FNV_OFFSET, header.array()), body);
        ByteArrayOutputStream file = new ByteArrayOutputStream(header.capacity() + Long.BYTES + body.length);
        file.writeBytes(header.array());
        file.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(hash)
                .array());
        file.writeBytes(body);
        return file.toByteArray();
    }

    private byte[] body() {
        ByteBuffer body =
                ByteBuffer.allocate(pixels.length + logits.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int area = shape.height() * shape.width();
        for (int image = 0; image < images(); image++) {
            for (int position = 0; position < area; position++) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    body.put(pixels[image * shape.size() + channel * area + position]);
                }
            }
            for (int i = 0; i < classes; i++) {
                body.putLong(logits[image * classes + i]);
            }
        }
        return body.array();
    }

    private static long hash(long start, byte[] bytes) {
        long hash = start;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
