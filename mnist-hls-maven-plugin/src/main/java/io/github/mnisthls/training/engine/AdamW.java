/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019). */
final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    final float[] first;
    final float[] second;
    int steps;

    AdamW(int size) {
        first = new float[size];
        second = new float[size];
    }

    /** Changes the model's parameters by one step against the gradient. */
    void step(Model model, float[] gradient, double learningRate, double weightDecay) {
        steps++;
        double correction1 = 1 - StrictMath.pow(BETA1, steps);
        double correction2 = 1 - StrictMath.pow(BETA2, steps);
        float scale = (float) (learningRate / correction1);
        float rootScale = (float) (1 / Math.sqrt(correction2));
        for (ParameterBlock block : model.blocks()) {
            float keep = block.decays() ? (float) (1 - learningRate * weightDecay) : 1;
            update(model.parameters(), gradient, block, scale, rootScale, keep);
        }
    }

    private void update(
            float[] parameters, float[] gradient, ParameterBlock block, float scale, float rootScale, float keep) {
        float beta1 = (float) BETA1;
        float beta2 = (float) BETA2;
        for (int i = block.at(); i < block.end(); i++) {
            float g = gradient[i];
            float m = beta1 * first[i] + (1 - beta1) * g;
            float v = beta2 * second[i] + (1 - beta2) * g * g;
            first[i] = m;
            second[i] = v;
            parameters[i] = keep * parameters[i] - scale * m / ((float) Math.sqrt(v) * rootScale + EPSILON);
        }
    }
}
