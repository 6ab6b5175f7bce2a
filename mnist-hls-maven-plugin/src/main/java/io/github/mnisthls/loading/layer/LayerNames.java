/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes unique identifiers of any names: other characters than letters, digits and underscores become underscores, a name
 * that does not start with a letter gets one, long names keep their end, and a number tells equal ones apart.
 */
public final class LayerNames {
    private static final int MAX = 56;

    private final Set<String> used = new HashSet<>();

    /** An identifier that nobody has got yet. */
    public String unique(String name) {
        String legal = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (legal.length() > MAX) {
            legal = legal.substring(legal.length() - MAX).replaceAll("^_+", "");
        }
        if (!legal.matches("[A-Za-z].*")) {
            legal = "n_" + legal;
        }
        String unique = legal;
        // Files of layers are named after them, and some file systems know no case.
        for (int i = 2; !used.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = legal + "_" + i;
        }
        return unique;
    }
}
