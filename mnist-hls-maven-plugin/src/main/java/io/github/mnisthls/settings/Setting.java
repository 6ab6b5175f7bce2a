/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/**
 * Where a user sets a value. As a text it is how messages name it: {@code <part> (-Dmnist-hls.part)}.
 *
 * @param element  of the POM's {@code <configuration>}, without brackets
 * @param property of the command line, without {@code -D}
 */
public record Setting(String element, String property) {
    /** As the command line gives it, without a value. */
    public String option() {
        return "-D" + property;
    }

    @Override
    public String toString() {
        return "<" + element + "> (" + option() + ")";
    }
}
