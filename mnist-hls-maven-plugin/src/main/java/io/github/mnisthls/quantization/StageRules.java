/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
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
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.settings.InvalidSettingException;

/** What each kind of layer is as a stage, and its integer form. */
final class StageRules implements Layer.Visitor<StageRule> {
    private static final FunctionRules FUNCTIONS = new FunctionRules();

    /** Makes a stage that sums the products of a window with weights. */
    private interface Windowed {
        QuantizedLayer make(
                String name,
                Shape input,
                Shape output,
                Window window,
                FixedPointFormat inputFormat,
                QuantizedAffine affine,
                FixedPointFormat accumulatorFormat,
                FixedPointFormat outputFormat,
                Clamp clamp);
    }

    @Override
    public StageRule conv2d(Conv2d layer) {
        return windowed(layer, layer.window(), QuantizedConv2d::new);
    }

    @Override
    public StageRule depthwiseConv2d(DepthwiseConv2d layer) {
        return windowed(layer, layer.window(), QuantizedDepthwise::new);
    }

    private static StageRule windowed(Layer layer, Window window, Windowed stage) {
        return StageRule.of(
                StageKind.AFFINE,
                parts -> parts.affine(
                        layer,
                        (affine, accumulator) -> stage.make(
                                layer.name(),
                                parts.stage().input(),
                                parts.stage().output(),
                                window,
                                parts.inputFormat(),
                                affine,
                                accumulator,
                                parts.output(accumulator),
                                parts.clamp(accumulator))));
    }

    @Override
    public StageRule dense(Dense layer) {
        return StageRule.of(
                StageKind.AFFINE_OF_VECTOR,
                parts -> parts.affine(
                        layer,
                        (affine, accumulator) -> new QuantizedDense(
                                layer.name(),
                                parts.stage().input(),
                                parts.stage().output(),
                                parts.inputFormat(),
                                affine,
                                accumulator,
                                parts.output(accumulator),
                                parts.clamp(accumulator))));
    }

    @Override
    public StageRule maxPool(MaxPool layer) {
        return StageRule.of(StageKind.MOVES, parts -> {
            Stage stage = parts.stage();
            if (WindowSpans.seesPaddingAlone(layer.window(), stage.input(), stage.output())) {
                throw new InvalidSettingException(
                        "padding of layer '" + layer.name() + "'",
                        layer.window().padding(),
                        "some windows would see nothing but padding, which has no largest value",
                        "Use less padding or less dilation.");
            }
            return new QuantizedMaxPool(
                    layer.name(),
                    stage.input(),
                    stage.output(),
                    layer.window(),
                    parts.inputFormat(),
                    parts.inputFormat(),
                    parts.clamp(parts.inputFormat()));
        });
    }

    @Override
    public StageRule averagePool(AveragePool layer) {
        boolean alike = layer.countPadding() || layer.window().padding().isNone();
        return StageRule.of(StageKind.COMPUTES, parts -> average(parts, layer.window(), alike));
    }

    @Override
    public StageRule globalAveragePool(GlobalAveragePool layer) {
        return StageRule.of(
                StageKind.COMPUTES,
                parts -> average(parts, Window.whole(parts.stage().input()), true));
    }

    private static QuantizedLayer average(StageParts parts, Window window, boolean alike) {
        Stage stage = parts.stage();
        FixedPointFormat input = parts.inputFormat();
        FixedPointFormat sum = parts.inputs().get(0).stream()
                .map(range -> WindowSums.sum(window, range))
                .reduce(RawRange.ZERO, RawRange::hull)
                .narrowestFormat(input.fractionBits());
        Reciprocals reciprocals = Reciprocals.of(window, alike, parts.formats().outputs(), sum);
        return parts.narrowest(
                input.fractionBits() + reciprocals.format().fractionBits(),
                accumulator -> new QuantizedAveragePool(
                        stage.name(),
                        stage.input(),
                        stage.output(),
                        window,
                        input,
                        sum,
                        reciprocals.format(),
                        reciprocals.raw(),
                        accumulator,
                        parts.output(accumulator),
                        parts.clamp(accumulator)));
    }

    @Override
    public StageRule elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(FUNCTIONS);
    }

    @Override
    public StageRule prelu(Prelu layer) {
        return StageRule.of(
                StageKind.COMPUTES,
                parts -> FunctionRules.sloped(parts, parts.network().values(layer, ParameterSpec.SLOPE)));
    }

    @Override
    public StageRule zeroPad(ZeroPad layer) {
        return StageRule.of(
                StageKind.PADS,
                parts -> new QuantizedPad(layer.name(), parts.stage().input(), layer.padding(), parts.inputFormat()));
    }

    @Override
    public StageRule crop(Crop layer) {
        return StageRule.of(
                StageKind.MOVES,
                parts -> new QuantizedCrop(layer.name(), parts.stage().input(), layer.margin(), parts.inputFormat()));
    }

    @Override
    public StageRule upsample(Upsample layer) {
        return StageRule.of(
                StageKind.MOVES,
                parts -> new QuantizedUpsample(
                        layer.name(), parts.stage().input(), layer.rows(), layer.columns(), parts.inputFormat()));
    }

    @Override
    public StageRule add(Add layer) {
        return StageRule.of(
                StageKind.COMPUTES,
                parts -> parts.narrowest(
                        parts.commonFraction(),
                        accumulator -> new QuantizedAdd(
                                layer.name(),
                                parts.stage().input(),
                                parts.inputFormats().get(0),
                                parts.inputFormats().get(1),
                                accumulator,
                                parts.output(accumulator),
                                parts.clamp(accumulator))));
    }

    @Override
    public StageRule concat(Concat layer) {
        return StageRule.of(
                StageKind.COMPUTES,
                parts -> parts.narrowest(
                        parts.commonFraction(),
                        accumulator -> new QuantizedConcat(
                                layer.name(),
                                parts.operand(0),
                                parts.operand(1),
                                accumulator,
                                parts.output(accumulator),
                                parts.clamp(accumulator))));
    }

    @Override
    public StageRule flatten(Flatten layer) {
        return StageRule.none(StageKind.ALIAS);
    }

    @Override
    public StageRule batchNorm(BatchNorm layer) {
        return StageRule.none(StageKind.GONE);
    }

    @Override
    public StageRule dropout(Dropout layer) {
        return StageRule.none(StageKind.GONE);
    }
}
