/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of little-endian float32 values without a header. */
final class RawFloats {
    private static final float LEAST_USUAL = 0x1p-50f;
    private static final float MOST_USUAL = 0x1p50f;

    private RawFloats() {}

    static void write(Path file, FloatVector values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.size(); i++) {
            bytes.putFloat(values.get(i));
        }
        AtomicFile.write(file, bytes.array());
    }

    /** Exactly {@code count} finite values. */
    static float[] read(Path file, int count) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new InvalidSettingException(
                        Settings.MODEL, file, "the file is missing", "Export the model again.");
            }
            long expected = (long) count * Float.BYTES;
            if (Files.size(file) != expected) {
                throw new InvalidSettingException(
                        file.toString(),
                        Files.size(file) + " bytes",
                        count + " float32 values take " + expected + " bytes",
                        "Check the layer's shape, or export the model again.");
            }
            float[] values = new float[count];
            ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            checkByteOrder(file, values);
            checkFinite(file, values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Numbers of a network are never near 1e30 or 1e-40; numbers whose bytes are turned around are. */
    private static void checkByteOrder(Path file, float... values) {
        int strange = 0;
        int usual = 0;
        for (float value : values) {
            strange += isUsual(value) ? 0 : 1;
            usual += isUsual(Float.intBitsToFloat(Integer.reverseBytes(Float.floatToRawIntBits(value)))) ? 1 : 0;
        }
        if (strange > values.length / 4 && usual == values.length) {
            throw new InvalidSettingException(
                    file.toString(),
                    "values such as " + values[0],
                    "its bytes are in big-endian order",
                    "Write it little-endian: in NumPy, array.astype('<f4').tofile(...).");
        }
    }

    private static boolean isUsual(float value) {
        return value == 0 || (Math.abs(value) > LEAST_USUAL && Math.abs(value) < MOST_USUAL);
    }

    private static void checkFinite(Path file, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new InvalidSettingException(
                        file + " value " + i,
                        values[i],
                        "weights must be finite",
                        "The model diverged or the file is damaged: train or export it again.");
            }
        }
    }
}
