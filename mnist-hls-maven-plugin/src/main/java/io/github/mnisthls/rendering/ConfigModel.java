/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code config.hpp.vm} may say.
 *
 * @param guard     include guard
 * @param namespace of the types
 * @param network   name of the network
 * @param precision as the user wrote it
 * @param part      that was planned for
 * @param plan      lines that say what the plan expects
 * @param isAxis    the ports are AXI4-Streams
 * @param beats     of the AXI4-Streams
 * @param types     of the ports
 * @param constants of the ports
 * @param layers    in order
 * @param signature of the top function, without semicolon
 */
public record ConfigModel(
        String guard,
        String namespace,
        String network,
        String precision,
        String part,
        List<String> plan,
        boolean isAxis,
        List<Alias> beats,
        List<Alias> types,
        List<Constant> constants,
        List<LayerModel> layers,
        String signature) {
    public ConfigModel {
        network = CppText.comment(network);
        precision = CppText.comment(precision);
        part = CppText.comment(part);
        plan = plan.stream().map(CppText::comment).toList();
    }
}
