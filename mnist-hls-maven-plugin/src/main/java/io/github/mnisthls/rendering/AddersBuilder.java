/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.util.ArrayList;
import java.util.List;

/** What {@code adders.hpp} says. */
final class AddersBuilder {
    private static final String NAMESPACE = "adders";

    private final RenderRequest request;

    AddersBuilder(RenderRequest request) {
        this.request = request;
    }

    /** Where the structs of the graphs are: no name of the user's can be mistaken for it. */
    static String scope(DesignNames names) {
        return "::" + names.namespace() + "::" + NAMESPACE + "::";
    }

    /** Whether any layer multiplies by adders. */
    static boolean isNeeded(RenderRequest request) {
        return request.plan().layers().stream()
                .anyMatch(layer -> !layer.adders().isEmpty());
    }

    AddersModel build(String configFile) {
        List<String> structs = CppNames.structs(request.network(), request.names());
        List<AddersModel.Layer> layers = new ArrayList<>();
        for (int i = 0; i < structs.size(); i++) {
            LayerPlan plan = request.plan().layers().get(i);
            if (!plan.adders().isEmpty()) {
                layers.add(layer(structs.get(i), request.network().layers().get(i), plan));
            }
        }
        return new AddersModel(
                CppNames.guard(request.names(), NAMESPACE), request.names().namespace(), configFile, layers);
    }

    private AddersModel.Layer layer(String struct, QuantizedLayer layer, LayerPlan plan) {
        QuantizedAffine affine = layer.trained().orElseThrow();
        int shift = layer.accumulatorFormat().fractionBits()
                - layer.inputFormat().fractionBits()
                - affine.weightFormat().fractionBits();
        List<AddersModel.Function> functions = new ArrayList<>();
        int first = 0;
        for (AdderGraph graph : plan.adders()) {
            functions.add(new AdderFunction(graph, first, shift).model());
            first += graph.outputs().size();
        }
        long additions =
                plan.adders().stream().mapToLong(graph -> graph.adders().size()).sum();
        return new AddersModel.Layer(
                struct,
                "::" + request.names().namespace() + "::" + struct,
                layer.name() + ": " + affine.outputs() + " x " + affine.fanIn() + " weights as " + additions
                        + " additions.",
                plan.simd(),
                affine.outputs(),
                functions);
    }
}
