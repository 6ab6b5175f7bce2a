/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * Float32 among the types that HDF5 can describe: a file says where each part of a number lies, and the library takes all
 * numbers of four bytes for float32.
 */
final class Binary32 {
    private static final int SIGN = 31;
    private static final int EXPONENT = 23;
    private static final int EXPONENT_BITS = 8;
    private static final int BIAS = 127;

    /** The highest bit of the mantissa is 1 and is not stored. */
    private static final int IMPLIED = 2;

    private Binary32() {}

    static boolean is(DataType type) {
        return type instanceof FloatingPoint number
                && number.getSize() == Float.BYTES
                && number.getBitOffset() == 0
                && number.getBitPrecision() == Float.SIZE
                && number.getSignLocation() == SIGN
                && number.getExponentLocation() == EXPONENT
                && number.getExponentSize() == EXPONENT_BITS
                && number.getExponentBias() == BIAS
                && number.getMantissaLocation() == 0
                && number.getMantissaSize() == EXPONENT
                && number.getMantissaNormalization() == IMPLIED;
    }
}
