/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers of lanes that a number of values can be cut into. */
final class Divisors {
    /** More values in a word, or in an array of registers, are never generated. */
    static final int MAX_LANES = 1024;

    private Divisors() {}

    /** Ascending. */
    static List<Integer> of(int number) {
        return IntStream.rangeClosed(1, Math.min(number, MAX_LANES))
                .filter(candidate -> number % candidate == 0)
                .boxed()
                .toList();
    }
}
