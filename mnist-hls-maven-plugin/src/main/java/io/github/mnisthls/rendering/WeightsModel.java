/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code weights.hpp.vm} may say.
 *
 * @param guard     include guard
 * @param namespace of the tables
 * @param config    file name of the configuration
 * @param tables    in order
 */
public record WeightsModel(String guard, String namespace, String config, List<Table> tables) {
    /**
     * A constant array of raw integers.
     *
     * @param comment what it holds and in which order
     * @param type    C++ element type
     * @param name    C++ name
     * @param extents such as {@code [24][4][25]}
     * @param rows    the initializer's lines, between its outer braces
     */
    public record Table(String comment, String type, String name, String extents, List<String> rows) {
        public Table {
            comment = CppText.comment(comment);
        }
    }
}
