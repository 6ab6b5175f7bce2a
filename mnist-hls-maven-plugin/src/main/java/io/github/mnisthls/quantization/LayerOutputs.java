/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.util.List;

/** What the folded float32 network gives where its quantized layers give their outputs. */
public final class LayerOutputs {
    private LayerOutputs() {}

    /** Sees the outputs of one layer for one image. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called in the order of the images, and of the layers within.
         *
         * @param layer  number of the quantized layer, from 0
         * @param values after ReLU where that layer has one; valid during the call only
         */
        void see(int layer, float[] values);
    }

    /**
     * Computes all images.
     *
     * @param folded as {@link Quantizer#quantize} took it
     */
    public static void forEach(Network folded, LabeledImages images, Visitor visitor) {
        List<Stage> stages = Stage.of(folded.architecture());
        FloatInference inference = new FloatInference(folded);
        float[][] activations = inference.buffers();
        for (int image = 0; image < images.count(); image++) {
            inference.run(images, image, activations);
            for (int layer = 0; layer < stages.size(); layer++) {
                Stage stage = stages.get(layer);
                float[] values = activations[stage.own()];
                visitor.see(layer, stage.relu() ? relu(values) : values);
            }
        }
    }

    private static float[] relu(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.max(values[i], 0);
        }
        return result;
    }
}
