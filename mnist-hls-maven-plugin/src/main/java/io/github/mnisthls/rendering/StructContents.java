/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.ArrayList;
import java.util.List;

/** What a layer's struct holds, collected part by part. */
final class StructContents {
    private final List<Alias> types = new ArrayList<>();
    private final List<Alias> results = new ArrayList<>();
    private final List<Constant> shape = new ArrayList<>();
    private final List<Constant> folding = new ArrayList<>();
    private final List<LayerModel.Check> checks = new ArrayList<>();

    StructContents type(String name, String spelling) {
        types.add(new Alias(name, spelling));
        return this;
    }

    /** Types of what comes of it, which stand behind all others. */
    StructContents results(String output, String activation) {
        results.add(new Alias("Output", output));
        results.add(new Alias("Activation", activation));
        return this;
    }

    StructContents shape(String name, long value) {
        return shape(Constant.of(name, value));
    }

    StructContents shape(Constant constant) {
        shape.add(constant);
        return this;
    }

    StructContents folding(String name, long value) {
        folding.add(Constant.of(name, value));
        return this;
    }

    StructContents check(String message, String... condition) {
        checks.add(new LayerModel.Check(List.of(condition), message));
        return this;
    }

    StructContents checkProducts() {
        return check(
                "a product must not lose a bit",
                "Accumulator::width - Accumulator::iwidth >=",
                "Input::width - Input::iwidth + Weight::width - Weight::iwidth");
    }

    LayerModel model(String name, String summary) {
        List<Alias> all = new ArrayList<>(types);
        all.addAll(results);
        return new LayerModel(name, summary, all, shape, folding, checks);
    }
}
