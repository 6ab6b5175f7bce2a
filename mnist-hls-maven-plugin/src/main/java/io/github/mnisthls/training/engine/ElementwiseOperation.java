/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;

/** A function of each value by itself. */
final class ElementwiseOperation extends Operation {
    private final ElementwiseLayer function;

    private ElementwiseOperation(Wiring wiring, ElementwiseLayer function) {
        super(wiring);
        this.function = function;
    }

    /** The fastest operation for this function. */
    static Operation of(Wiring wiring, ElementwiseLayer function, Kernels kernels) {
        return function.acceptFunction(new ElementwiseLayer.Visitor<>() {
            @Override
            public Operation relu(Relu layer) {
                return new Rectifier(wiring, kernels);
            }

            @Override
            public Operation clip(Clip layer) {
                return new ElementwiseOperation(wiring, layer);
            }

            @Override
            public Operation leakyRelu(LeakyRelu layer) {
                return new ElementwiseOperation(wiring, layer);
            }

            @Override
            public Operation sigmoid(Sigmoid layer) {
                return new ElementwiseOperation(wiring, layer);
            }

            @Override
            public Operation tanh(Tanh layer) {
                return new ElementwiseOperation(wiring, layer);
            }

            @Override
            public Operation hardSigmoid(HardSigmoid layer) {
                return new ElementwiseOperation(wiring, layer);
            }

            @Override
            public Operation quantize(Quantize layer) {
                return new ElementwiseOperation(wiring, layer);
            }
        });
    }

    @Override
    Sharing sharing() {
        return Sharing.GRADIENT;
    }

    @Override
    boolean readsOutput() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        float[] target = out(shard);
        for (int i = 0; i < target.length; i++) {
            target[i] = function.apply(source[i]);
        }
    }

    @Override
    void backward(Shard shard) {
        float[] values = in(shard);
        float[] results = out(shard);
        float[] gradient = outGradient(shard);
        float[] target = inGradient(shard);
        for (int i = 0; i < target.length; i++) {
            target[i] = gradient[i] * function.slope(values[i], results[i]);
        }
    }
}
