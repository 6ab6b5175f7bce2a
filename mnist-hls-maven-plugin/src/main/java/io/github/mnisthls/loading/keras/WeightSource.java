/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import java.util.List;
import java.util.Map;

/** Where the trained values of layers are. */
interface WeightSource {
    /**
     * The arrays of one layer.
     *
     * @param layer whose arrays are wanted
     * @param names of all its arrays, in the order in which Keras makes them
     * @throws NotReadable if it has others or fewer
     */
    Map<String, StoredArray> of(KerasEntry layer, List<String> names);
}
