/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;

/** What a layer is as a stage of the quantized network. */
enum StageKind {
    /** Sums products with weights. */
    AFFINE,
    /** Dense: sums products with weights, and takes an image that was flattened. */
    AFFINE_OF_VECTOR,
    /** Computes a result of another kind, which can be cut. */
    COMPUTES,
    /** Looks values up; a cut is a stage of its own. */
    LOOKS_UP,
    /** Chooses among values or moves them: a cut before it is a cut behind it. */
    MOVES,
    /** Puts zeros between values: a cut before it is a cut behind it if zero stays zero. */
    PADS,
    /** A function of each value: of a cut, the cut; else a stage of its own. */
    ELEMENTWISE,
    /** Nothing is to be done. */
    ALIAS,
    /** Was to be folded away. */
    GONE;

    static final Layer.Visitor<StageKind> OF = new Of();

    boolean isAffine() {
        return this == AFFINE || this == AFFINE_OF_VECTOR;
    }

    boolean keepsFormat() {
        return this == MOVES || this == PADS;
    }

    /** Whether it treats each value by itself, so that it may follow an image that was flattened. */
    boolean mayFollowFlattening() {
        return this == AFFINE_OF_VECTOR || this == ELEMENTWISE || this == LOOKS_UP || this == ALIAS;
    }

    private static final class Of implements Layer.Visitor<StageKind> {
        @Override
        public StageKind conv2d(Conv2d layer) {
            return AFFINE;
        }

        @Override
        public StageKind depthwiseConv2d(DepthwiseConv2d layer) {
            return AFFINE;
        }

        @Override
        public StageKind dense(Dense layer) {
            return AFFINE_OF_VECTOR;
        }

        @Override
        public StageKind elementwise(ElementwiseLayer layer) {
            return layer.acceptFunction(FunctionStage.KIND);
        }

        @Override
        public StageKind prelu(Prelu layer) {
            return COMPUTES;
        }

        @Override
        public StageKind maxPool(MaxPool layer) {
            return MOVES;
        }

        @Override
        public StageKind averagePool(AveragePool layer) {
            return COMPUTES;
        }

        @Override
        public StageKind globalAveragePool(GlobalAveragePool layer) {
            return COMPUTES;
        }

        @Override
        public StageKind flatten(Flatten layer) {
            return ALIAS;
        }

        @Override
        public StageKind zeroPad(ZeroPad layer) {
            return PADS;
        }

        @Override
        public StageKind crop(Crop layer) {
            return MOVES;
        }

        @Override
        public StageKind upsample(Upsample layer) {
            return MOVES;
        }

        @Override
        public StageKind add(Add layer) {
            return COMPUTES;
        }

        @Override
        public StageKind concat(Concat layer) {
            return COMPUTES;
        }

        @Override
        public StageKind batchNorm(BatchNorm layer) {
            return GONE;
        }

        @Override
        public StageKind dropout(Dropout layer) {
            return GONE;
        }
    }
}
