/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import java.util.HashSet;
import java.util.Set;

/** Names for what DL4J needs besides the layers of a network, which keep theirs. */
final class Dl4jNames {
    private final Set<String> taken = new HashSet<>();

    Dl4jNames(Architecture architecture) {
        architecture.layers().stream().map(Layer::name).forEach(taken::add);
    }

    /** The wish, or the wish with the first number that is free. */
    String free(String wish) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + "_" + number;
        }
        return name;
    }
}
