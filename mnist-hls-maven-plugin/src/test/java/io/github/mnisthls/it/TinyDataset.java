/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A data set that trains in a second: 8x8 images in four classes, told by the quarter of the image that is bright. Cases
 * that are not about accuracy use it.
 */
public final class TinyDataset {
    public static final int EXTENT = 8;
    public static final int CLASSES = 4;

    private static final int TRAINING_IMAGES = 1200;
    private static final int TEST_IMAGES = 100;
    private static final int NOISE = 64;
    private static final int BRIGHT = 150;

    private TinyDataset() {}

    /** Writes the four IDX files into a folder, the same ones at every call. */
    public static void write(Path folder) throws IOException {
        write(folder, EXTENT);
    }

    /** As {@link #write(Path)}, with larger images: 28 for cases that build the default network. */
    public static void write(Path folder, int extent) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        writeSet(folder, "train", TRAINING_IMAGES, extent, random);
        writeSet(folder, "t10k", TEST_IMAGES, extent, random);
    }

    private static void writeSet(Path folder, String set, int count, int extent, Random random) throws IOException {
        try (OutputStream images = Files.newOutputStream(folder.resolve(set + "-images-idx3-ubyte"));
                OutputStream labels = Files.newOutputStream(folder.resolve(set + "-labels-idx1-ubyte"))) {
            images.write(header(3, count, extent, extent));
            labels.write(header(1, count));
            for (int i = 0; i < count; i++) {
                int label = random.nextInt(CLASSES);
                labels.write(label);
                images.write(image(label, extent, random));
            }
        }
    }

    private static byte[] image(int label, int extent, Random random) {
        byte[] pixels = new byte[extent * extent];
        for (int i = 0; i < pixels.length; i++) {
            int quarter = i / extent / (extent / 2) * 2 + i % extent / (extent / 2);
            pixels[i] = (byte) (random.nextInt(NOISE) + (quarter == label ? BRIGHT : 0));
        }
        return pixels;
    }

    private static byte[] header(int... values) {
        int rank = values[0];
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * rank).putInt(0x0800 + rank);
        for (int i = 1; i <= rank; i++) {
            buffer.putInt(values[i]);
        }
        return buffer.array();
    }
}
