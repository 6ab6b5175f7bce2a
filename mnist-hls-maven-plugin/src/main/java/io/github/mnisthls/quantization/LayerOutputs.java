/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.util.List;

/** What the folded float32 network gives where its quantized layers give their outputs. */
public final class LayerOutputs {
    private static final int BLOCK = 25;

    private LayerOutputs() {}

    /** Sees the outputs of one layer for one image. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called in the order of the images, and of the layers within.
         *
         * @param layer  number of the quantized layer, from 0
         * @param values after the ends where that layer has some; valid during the call only
         */
        void see(int layer, float[] values);
    }

    /**
     * Computes all images.
     *
     * @param folded as {@link Quantizer#quantize} took it
     */
    public static void forEach(Network folded, LabeledImages images, Visitor visitor) {
        List<Stage> stages = Stages.of(folded.architecture());
        FloatInference inference = new FloatInference(folded);
        float[][][] activations = inference.buffers(BLOCK);
        for (int first = 0; first < images.count(); first += BLOCK) {
            int end = Math.min(images.count(), first + BLOCK);
            inference.run(images, first, end, activations);
            for (int image = first; image < end; image++) {
                for (int layer = 0; layer < stages.size(); layer++) {
                    Stage stage = stages.get(layer);
                    float[] values = column(activations[stage.own()], image - first);
                    visitor.see(layer, cut(values, stage.ends()));
                }
            }
        }
    }

    private static float[] column(float[][] rows, int column) {
        float[] result = new float[rows.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = rows[i][column];
        }
        return result;
    }

    private static float[] cut(float[] values, Ends ends) {
        if (ends.equals(Ends.NONE)) {
            return values;
        }
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) ends.apply(values[i]);
        }
        return result;
    }
}
