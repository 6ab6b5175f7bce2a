/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;

/** An immutable array of float32 values, all finite. */
public final class FloatVector {
    private final float[] values;

    private FloatVector(float[] values) {
        this.values = values;
    }

    /**
     * A copy of these values.
     *
     * @throws InvalidSettingException if a value is NaN or infinite
     */
    public static FloatVector of(float... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new InvalidSettingException(
                        "value " + i + " of " + values.length,
                        values[i],
                        "weights must be finite",
                        "The training diverged or the model file is damaged: train again with a lower learning rate,"
                                + " or export the model again.");
            }
        }
        return new FloatVector(values.clone());
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    /** Whether nothing differs from zero. */
    public boolean isZero() {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** A copy. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatVector[" + values.length + "]";
    }
}
