/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for layers that may have none, or one that is not legal here. */
final class LayerNames {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final Set<String> taken = new HashSet<>();

    /** The wish if it can be had, else the kind with a number. */
    String next(String kind, String wish) {
        if (wish != null && LEGAL.matcher(wish).matches() && taken.add(wish)) {
            return wish;
        }
        return next(kind);
    }

    /** The kind with the first number that is free. */
    String next(String kind) {
        int number = 1;
        while (!taken.add(kind + number)) {
            number++;
        }
        return kind + number;
    }
}
