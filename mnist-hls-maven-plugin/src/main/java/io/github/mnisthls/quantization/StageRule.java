/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Layer;
import java.util.function.Function;

/**
 * How a layer becomes a stage of the quantized network.
 *
 * @param ends  the cut that the layer is; none for layers that are something else
 * @param maker makes the stage; refuses for layers that are none
 */
record StageRule(StageKind kind, Ends ends, Function<StageParts, QuantizedLayer> maker) {
    private static final StageRules RULES = new StageRules();

    static StageRule of(Layer layer) {
        return layer.accept(RULES);
    }

    static StageRule of(StageKind kind, Function<StageParts, QuantizedLayer> maker) {
        return new StageRule(kind, Ends.NONE, maker);
    }

    /** For layers that are no stage of their own. */
    static StageRule none(StageKind kind) {
        return of(kind, parts -> {
            throw new IllegalStateException("layer " + parts.stage().name() + " is not a stage");
        });
    }
}
