/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights for tools that read floats: {@code <layer>_weights.bin} and {@code <layer>_bias.bin} with little-endian
 * float32 values, all of them on the fixed-point grid, and {@value #MANIFEST} that describes each file.
 */
public final class WeightExport {
    public static final String MANIFEST = "manifest.json";

    private static final int SCHEMA = 1;

    private WeightExport() {}

    /**
     * The contents of the manifest.
     *
     * @param network its name
     */
    public record Manifest(int schema, String network, String precision, List<Entry> files) {}

    /**
     * One file.
     *
     * @param shape  extents, the slowest first
     * @param order  what the extents are: {@code OIHW}, {@code OI} (dense; the input in CHW order) or {@code O}
     * @param format the values' type; raw integers are the values times 2 to the power of its fraction bits
     * @param rawMin the smallest raw integer in the file; {@code rawMax} alike
     * @param exact  whether float32 holds every value exactly; false only for values of more than 24 significant bits
     */
    public record Entry(
            String file,
            String layer,
            List<Integer> shape,
            String order,
            String format,
            long rawMin,
            long rawMax,
            boolean exact,
            String sha256) {}

    /** Writes all files. The same network gives the same bytes. */
    public static void write(QuantizedNetwork network, Path folder) {
        List<Entry> entries = new ArrayList<>();
        for (QuantizedLayer layer : network.layers()) {
            layer.trained().ifPresent(affine -> {
                boolean dense = layer.weightExtents().size() == 2;
                String name = layer.name();
                entries.add(write(
                        folder,
                        name,
                        name + "_weights.bin",
                        layer.weightExtents(),
                        dense ? "OI" : "OIHW",
                        affine.weightFormat(),
                        affine.weights()));
                entries.add(write(
                        folder,
                        name,
                        name + "_bias.bin",
                        List.of(affine.outputs()),
                        "O",
                        affine.biasFormat(),
                        affine.bias()));
            });
        }
        AtomicFile.write(
                folder.resolve(MANIFEST),
                Json.write(new Manifest(SCHEMA, network.name(), network.precision(), entries)));
    }

    private static Entry write(
            Path folder,
            String layer,
            String file,
            List<Integer> shape,
            String order,
            FixedPointFormat format,
            RawVector values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean exact = true;
        for (int i = 0; i < values.size(); i++) {
            long raw = values.get(i);
            float value = (float) format.toDouble(raw);
            bytes.putFloat(value);
            min = Math.min(min, raw);
            max = Math.max(max, raw);
            exact &= Float.isFinite(value) && format.quantize(value) == raw;
        }
        AtomicFile.write(folder.resolve(file), bytes.array());
        return new Entry(file, layer, shape, order, format.toString(), min, max, exact, Digest.of(bytes.array()));
    }
}
