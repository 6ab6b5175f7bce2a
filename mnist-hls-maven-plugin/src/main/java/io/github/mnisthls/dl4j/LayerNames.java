/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names for layers that may have none, or one that is not legal here. */
final class LayerNames {
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9_]");

    /** What stands before a name that does not start with a letter. */
    private static final String FRONT = "layer";

    private static final int MAX_LENGTH = 64;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> changes = new TreeMap<>();

    /**
     * The wish, made legal: what is no letter, digit or underscore becomes an underscore, a name starts with a letter, and
     * a number tells apart what would be alike. The kind with a number where there is no wish.
     */
    String next(String kind, String wish) {
        if (wish == null || wish.isEmpty()) {
            return next(kind);
        }
        String name = free(legal(wish));
        if (!name.equals(wish)) {
            changes.put(name, wish);
        }
        return name;
    }

    private static String legal(String wish) {
        String name = ILLEGAL.matcher(wish).replaceAll("_");
        if (!Character.isLetter(name.charAt(0))) {
            name = FRONT + name;
        }
        return shortened(name, MAX_LENGTH);
    }

    private String free(String wish) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            String ending = "_" + number;
            name = shortened(wish, MAX_LENGTH - ending.length()) + ending;
        }
        return name;
    }

    private static String shortened(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    /** The kind with the first number that is free. */
    String next(String kind) {
        int number = 1;
        while (!taken.add(kind + number)) {
            number++;
        }
        return kind + number;
    }

    /** Which wishes could not be had as they were, ready to be shown. */
    Map<String, String> changes() {
        return Map.copyOf(changes);
    }
}
