/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import java.util.OptionalLong;

/** Whole numbers as the tools print them. What is no number ({@code undef}, {@code ?}, {@code NA}, {@code ~0}) is empty. */
public final class Numbers {
    private Numbers() {}

    /** The number, if the text is one. */
    public static OptionalLong parse(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The first that is there. */
    static OptionalLong first(OptionalLong preferred, OptionalLong other) {
        return preferred.isPresent() ? preferred : other;
    }
}
