/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as NumPy does. */
public final class Npy {
    private Npy() {}

    public static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    /** Of float32 values. */
    public static byte[] floats(List<Integer> extents, float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        String shape = extents.stream().map(extent -> extent + ",").collect(Collectors.joining(" "));
        return array("{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }", bytes.array());
    }

    /** An array of float32 without its values. */
    public static byte[] header(String shape) throws IOException {
        return array("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", new byte[0]);
    }

    static byte[] array(String header, byte[] values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(text.length);
        out.write(text.length >> 8);
        out.write(text);
        out.write(values);
        return out.toByteArray();
    }

    public static Path zip(Path file, Map<String, byte[]> arrays) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return file;
    }
}
