/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the channels of all images come first or last: each layer tells, and all must tell the same. */
final class DataFormat {
    private static final String NAME = "data_format";
    private static final String LAST = "channels_last";
    private static final String FIRST = "channels_first";

    /** Layers whose property does not tell how their input lies. */
    private static final Set<String> OTHERS =
            Set.of("Flatten", "Conv1D", "MaxPooling1D", "AveragePooling1D", "GlobalAveragePooling1D");

    private DataFormat() {}

    static boolean channelsFirst(List<KerasEntry> layers) {
        Set<String> formats = new TreeSet<>();
        for (KerasEntry layer : layers) {
            if (layer.config().has(NAME)
                    && KerasLayers.ALL.containsKey(layer.className())
                    && !OTHERS.contains(layer.className())) {
                formats.add(layer.config().peek(NAME));
            }
        }
        if (formats.size() > 1 || !Set.of(LAST, FIRST).containsAll(formats)) {
            throw new NotReadable(NAME + " is " + formats, "Set it to '" + LAST + "' for all layers.");
        }
        return formats.contains(FIRST);
    }
}
