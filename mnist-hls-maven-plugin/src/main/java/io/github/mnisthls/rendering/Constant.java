/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

/**
 * A constant in the generated configuration.
 *
 * @param type  C++ type
 * @param name  C++ name, starting with k
 * @param value C++ expression
 */
public record Constant(String type, String name, String value) {
    static Constant of(String name, long value) {
        return new Constant("int", name, CppLiteral.integer(value));
    }

    static Constant of(String name, boolean value) {
        return new Constant("bool", name, CppLiteral.bool(value));
    }
}
