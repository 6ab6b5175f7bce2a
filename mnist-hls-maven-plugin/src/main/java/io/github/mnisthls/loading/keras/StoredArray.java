/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import java.util.Arrays;
import java.util.List;

/** An array of trained values, in row-major order; or why it cannot be read, which matters only to who needs it. */
final class StoredArray {
    private final List<Integer> extents;
    private final float[] values;
    private final String problem;

    private StoredArray(List<Integer> extents, float[] values, String problem) {
        this.extents = List.copyOf(extents);
        this.values = values;
        this.problem = problem;
    }

    static StoredArray of(List<Integer> extents, float... values) {
        return new StoredArray(extents, values.clone(), "");
    }

    static StoredArray unreadable(String problem) {
        return new StoredArray(List.of(), new float[0], problem);
    }

    /** The values of an array that has these extents. */
    float[] values(String name, Integer... expected) {
        float[] own = any(name);
        if (!extents.equals(Arrays.asList(expected))) {
            throw new NotReadable(
                    "its weights '" + name + "' have the shape " + extents + " where " + Arrays.toString(expected)
                            + " are needed",
                    "Save the model again.");
        }
        return own;
    }

    /** The values, whatever its extents are. */
    float[] any(String name) {
        if (!problem.isEmpty()) {
            throw new NotReadable("its weights '" + name + "' cannot be read: " + problem, "Save the model again.");
        }
        return values.clone();
    }
}
