/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All values of a network, as ND4J stores them: a buffer that tells shape and strides, and one of numbers. ND4J's own reader
 * believes the first, and then reads where there is no memory; here it is passed over.
 */
final class StoredValues {
    private final ByteBuffer bytes;

    private StoredValues(byte[] file) {
        this.bytes = ByteBuffer.wrap(file);
    }

    /**
     * The numbers as one row.
     *
     * @throws IllegalArgumentException if it is no such file
     */
    static INDArray read(byte[] file) {
        try {
            return new StoredValues(file).read();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the values end too early", e);
        }
    }

    private INDArray read() {
        text();
        long shape = bytes.getLong();
        skip(shape, text().equals("INT") ? Integer.BYTES : Long.BYTES);
        text();
        long count = bytes.getLong();
        String type = text();
        boolean wide = type.equals("DOUBLE");
        int size = wide ? Double.BYTES : Float.BYTES;
        if (!(wide || type.equals("FLOAT")) || count < 1 || count != bytes.remaining() / size) {
            throw new IllegalArgumentException("the values are not " + count + " numbers of type " + type);
        }
        return wide ? doubles((int) count) : floats((int) count);
    }

    private void skip(long count, int size) {
        if (count < 0 || count > bytes.remaining() / size) {
            throw new IllegalArgumentException("the values have no shape");
        }
        bytes.position(bytes.position() + (int) count * size);
    }

    /** As {@code DataOutput.writeUTF} writes it; these are names of ASCII. */
    private String text() {
        byte[] name = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private INDArray floats(int count) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        return Nd4j.create(values, new long[] {1, count}, 'c');
    }

    private INDArray doubles(int count) {
        double[] values = new double[count];
        bytes.asDoubleBuffer().get(values);
        return Nd4j.create(values, new long[] {1, count}, 'c');
    }
}
