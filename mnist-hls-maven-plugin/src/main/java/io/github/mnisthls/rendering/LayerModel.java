/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * The configuration of one layer, a struct.
 *
 * @param name      C++ name of the struct
 * @param summary   what the layer is, in one line
 * @param types     of its values
 * @param shape     its dimensions
 * @param folding   what the plan chose
 * @param checks    static_asserts: condition and message
 */
public record LayerModel(
        String name,
        String summary,
        List<Alias> types,
        List<Constant> shape,
        List<Constant> folding,
        List<Check> checks) {
    public LayerModel {
        summary = CppText.comment(summary);
    }

    /**
     * A static_assert.
     *
     * @param condition C++ expression, on one or more lines
     * @param message   why it must hold
     */
    public record Check(List<String> condition, String message) {
        public Check {
            message = CppText.string(message);
        }
    }
}
