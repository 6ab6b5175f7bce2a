/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.FileText;
import java.util.List;

/**
 * A layer as a configuration has it.
 *
 * @param name      of the layer
 * @param className without module
 * @param ordinal   how many layers of that class stand before it
 * @param config    its properties
 * @param inputs    names of the layers whose outputs it takes; none for the image
 */
record KerasEntry(String name, String className, int ordinal, LayerConfig config, List<String> inputs) {
    KerasEntry {
        inputs = List.copyOf(inputs);
    }

    /** As a person finds it in the file. */
    String title() {
        return FileText.shown(name) + " (" + FileText.shown(className) + ")";
    }
}
