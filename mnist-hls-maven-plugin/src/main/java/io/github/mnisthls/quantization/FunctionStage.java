/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;

/** What the functions of single values are as stages: cuts, slopes, tables. */
final class FunctionStage {
    static final ElementwiseLayer.Visitor<StageKind> KIND = new Kind();

    /** The cut that a function is; none for others. */
    static final ElementwiseLayer.Visitor<Ends> ENDS = new Cut();

    private FunctionStage() {}

    private static final class Kind implements ElementwiseLayer.Visitor<StageKind> {
        @Override
        public StageKind relu(Relu layer) {
            return StageKind.ELEMENTWISE;
        }

        @Override
        public StageKind clip(Clip layer) {
            return StageKind.ELEMENTWISE;
        }

        @Override
        public StageKind leakyRelu(LeakyRelu layer) {
            return StageKind.ELEMENTWISE;
        }

        @Override
        public StageKind sigmoid(Sigmoid layer) {
            return StageKind.LOOKS_UP;
        }

        @Override
        public StageKind tanh(Tanh layer) {
            return StageKind.LOOKS_UP;
        }

        @Override
        public StageKind hardSigmoid(HardSigmoid layer) {
            return StageKind.GONE;
        }
    }

    private static final class Cut implements ElementwiseLayer.Visitor<Ends> {
        @Override
        public Ends relu(Relu layer) {
            return Ends.RELU;
        }

        @Override
        public Ends clip(Clip layer) {
            return Ends.of(layer.lowest(), layer.highest());
        }

        @Override
        public Ends leakyRelu(LeakyRelu layer) {
            return Ends.NONE;
        }

        @Override
        public Ends sigmoid(Sigmoid layer) {
            return Ends.NONE;
        }

        @Override
        public Ends tanh(Tanh layer) {
            return Ends.NONE;
        }

        @Override
        public Ends hardSigmoid(HardSigmoid layer) {
            return Ends.NONE;
        }
    }
}
