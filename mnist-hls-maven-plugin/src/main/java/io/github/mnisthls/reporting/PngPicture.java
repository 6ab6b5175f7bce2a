/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Images as PNG, uncompressed: compressed bytes would depend on the machine's zlib, and AWT would need libraries that a
 * headless JDK lacks. Three channels are red, green and blue; of any other number the first is shown, in gray.
 */
final class PngPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte GRAY = 0;
    private static final byte RGB = 2;
    /** Of an uncompressed block of the deflate format. */
    private static final int MAX_BLOCK = 0xffff;

    private PngPicture() {}

    /** One image of a set. */
    static String dataUri(LabeledImages images, int image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(images, image));
    }

    private static byte[] png(LabeledImages images, int image) {
        Shape shape = images.shape();
        int channels = shape.channels() == 3 ? 3 : 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(shape.width())
                .putInt(shape.height())
                .put(BITS)
                .put(channels == 3 ? RGB : GRAY)
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", stored(rows(images, image, channels)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Rows from top to bottom, each after a byte that says that it is not filtered. */
    private static byte[] rows(LabeledImages images, int image, int channels) {
        Shape shape = images.shape();
        int area = shape.height() * shape.width();
        ByteBuffer rows = ByteBuffer.allocate(shape.height() * (1 + shape.width() * channels));
        for (int y = 0; y < shape.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < shape.width(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    rows.put((byte) images.pixel(image, channel * area + y * shape.width() + x));
                }
            }
        }
        return rows.array();
    }

    /** A zlib stream of uncompressed blocks. */
    private static byte[] stored(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, 0x01});
        for (int start = 0; start < data.length; start += MAX_BLOCK) {
            int length = Math.min(MAX_BLOCK, data.length - start);
            boolean last = start + length == data.length;
            out.write(last ? 1 : 0);
            out.write(length);
            out.write(length >> 8);
            out.write(~length);
            out.write(~length >> 8);
            out.write(data, start, length);
        }
        Adler32 sum = new Adler32();
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
