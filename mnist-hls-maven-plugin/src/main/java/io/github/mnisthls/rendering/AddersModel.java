/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code adders.hpp.vm} may say.
 *
 * @param guard     include guard
 * @param namespace of the configuration
 * @param config    file name of the configuration
 * @param layers    that multiply by adders
 */
public record AddersModel(String guard, String namespace, String config, List<Layer> layers) {
    /**
     * The products of a layer.
     *
     * @param name      of its struct, here and in the configuration
     * @param config    that struct with its namespaces
     * @param comment   what it is
     * @param inputs    values of a vector
     * @param outputs   sums of products
     * @param functions each makes some of the outputs
     */
    public record Layer(
            String name, String config, String comment, int inputs, int outputs, List<Function> functions) {}

    /**
     * One adder graph.
     *
     * @param comment  what it is
     * @param values   in the order in which they are made: inputs, then sums
     * @param products what the outputs are
     */
    public record Function(String name, String comment, List<Value> values, List<Product> products) {}

    /**
     * A constant of a function.
     *
     * @param type       C++ type
     * @param expression C++
     */
    public record Value(String type, String name, String expression) {}

    /**
     * An output.
     *
     * @param index      among all of the layer
     * @param expression C++
     */
    public record Product(int index, String expression) {}
}
