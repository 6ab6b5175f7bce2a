/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Labeled images on their way to the training process: count and shape, then pixels and label of each. */
public final class ImageFile {
    private ImageFile() {}

    static void write(LabeledImages images, Path file) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Shape shape = images.shape();
            out.writeInt(images.count());
            out.writeInt(shape.channels());
            out.writeInt(shape.height());
            out.writeInt(shape.width());
            byte[] pixels = new byte[shape.size()];
            for (int i = 0; i < images.count(); i++) {
                images.copyImage(i, pixels);
                out.write(pixels);
                out.writeByte(images.label(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Reads what the parent process wrote. */
    public static LabeledImages read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            Shape shape = new Shape(in.readInt(), in.readInt(), in.readInt());
            byte[] pixels = new byte[Math.multiplyExact(count, shape.size())];
            byte[] labels = new byte[count];
            for (int i = 0; i < count; i++) {
                in.readFully(pixels, i * shape.size(), shape.size());
                labels[i] = in.readByte();
            }
            return LabeledImages.of(shape, pixels, labels);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
