/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import io.github.mnisthls.loading.layer.NotReadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bytes of one array as NumPy's {@code save} writes it. */
final class NpyReader {
    private static final byte[] SIGN = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Values of one array. */
    private static final int MOST = 1 << 26;

    private static final Pattern HEADER = Pattern.compile("\\s*\\{\\s*'descr':\\s*'([<>|=])([a-z]\\d+)',"
            + "\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([\\d, ]*)\\),?\\s*}\\s*");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private static final int NEWEST = 3;

    private NpyReader() {}

    static NumberArray read(String name, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Matcher header = HEADER.matcher(header(name, bytes));
        if (!header.matches()) {
            throw new NotReadable(
                    name + " is not an array of plain numbers",
                    "Write it by numpy.savez, with numbers such as float32.");
        }
        NumberType type = NumberType.of(header.group(2))
                .orElseThrow(() -> new NotReadable(
                        name + " is of type " + header.group(2), "Convert it: .astype(numpy.float32)."));
        List<Integer> extents = extents(name, header.group(4));
        if (header.group(3).equals("True") && extents.size() > 1) {
            throw new NotReadable(name + " is in Fortran order", "Convert it with numpy.ascontiguousarray.");
        }
        int size = (int) extents.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (bytes.remaining() != (long) size * type.bytes()) {
            throw new NotReadable(
                    name + " has " + bytes.remaining() + " bytes where " + (long) size * type.bytes() + " are needed",
                    "Write the file again.");
        }
        bytes.order(header.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = type.next(bytes);
        }
        return new NumberArray(extents, values);
    }

    private static String header(String name, ByteBuffer bytes) {
        byte[] sign = new byte[Math.min(SIGN.length, bytes.remaining())];
        bytes.get(sign);
        boolean known = Arrays.equals(sign, SIGN) && bytes.remaining() >= 2 + Integer.BYTES;
        // the lower part of the version, which is 0 in all that there are, lies in the higher byte
        int version = known ? Short.toUnsignedInt(bytes.getShort()) : 0;
        long length = version == 1
                ? Short.toUnsignedInt(bytes.getShort())
                : version > 1 && version <= NEWEST ? bytes.getInt() : -1;
        if (length < 0 || length > bytes.remaining()) {
            throw new NotReadable(name + " is not an array of NumPy", "Write it by numpy.savez.");
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private static List<Integer> extents(String name, String list) {
        List<Integer> extents = new ArrayList<>();
        long size = 1;
        for (String extent : COMMA.split(list.strip(), -1)) {
            if (!extent.isEmpty()) {
                long number = extent.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(extent.strip());
                size *= Math.max(1, number);
                if (size > MOST) {
                    throw new NotReadable(name + " has the shape (" + list + ")", "At most 2^26 values are read.");
                }
                extents.add((int) number);
            }
        }
        return extents;
    }
}
