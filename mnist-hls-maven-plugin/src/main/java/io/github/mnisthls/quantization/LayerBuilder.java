/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AffineParameters;
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
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes one integer layer, with the narrowest accumulator that no input can overflow. */
final class LayerBuilder implements Layer.Visitor<QuantizedLayer> {
    private final Network network;
    private final Stage stage;
    private final List<FixedPointFormat> inputFormats;
    private final List<List<RawRange>> inputs;
    private final FormatPlan.Formats formats;
    private final Supplier<double[]> meanInput;

    /**
     * A layer that has yet to be made.
     *
     * @param inputs    per input and channel, all that it can be
     * @param meanInput mean of each value of the first input on the calibration images
     */
    LayerBuilder(
            Network network,
            Stage stage,
            List<FixedPointFormat> inputFormats,
            List<List<RawRange>> inputs,
            FormatPlan.Formats formats,
            Supplier<double[]> meanInput) {
        this.network = network;
        this.stage = stage;
        this.inputFormats = inputFormats;
        this.inputs = inputs;
        this.formats = formats;
        this.meanInput = meanInput;
    }

    /** @throws IllegalArgumentException if a format of more than 64 bits were needed */
    QuantizedLayer build() {
        return stage.layer().accept(this);
    }

    private FixedPointFormat inputFormat() {
        return inputFormats.get(0);
    }

    private FixedPointFormat output(FixedPointFormat accumulator) {
        return formats.outputs().orElse(accumulator);
    }

    /** Tries the layer with an accumulator that holds anything, to see what it has to hold. */
    private QuantizedLayer narrowest(int fractionBits, Function<FixedPointFormat, QuantizedLayer> layer) {
        int integerBits = FixedPointFormat.MAX_WIDTH - fractionBits;
        QuantizedLayer widest = layer.apply(FixedPointFormat.signed(FixedPointFormat.MAX_WIDTH, integerBits));
        return layer.apply(widest.sums(inputs).hull().narrowestFormat(fractionBits));
    }

    private QuantizedAffine affine(Layer layer) {
        AffineParameters trained = network.affine(layer);
        return new AffineBuilder(stage, inputFormat(), meanInput).build(trained, formats);
    }

    @Override
    public QuantizedLayer conv2d(Conv2d layer) {
        QuantizedAffine affine = affine(layer);
        return narrowest(
                affine.accumulatorFractionBits(inputFormat()),
                accumulator -> new QuantizedConv2d(
                        layer.name(),
                        stage.input(),
                        stage.output(),
                        layer.window(),
                        inputFormat(),
                        affine,
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer depthwiseConv2d(DepthwiseConv2d layer) {
        QuantizedAffine affine = affine(layer);
        return narrowest(
                affine.accumulatorFractionBits(inputFormat()),
                accumulator -> new QuantizedDepthwise(
                        layer.name(),
                        stage.input(),
                        stage.output(),
                        layer.window(),
                        inputFormat(),
                        affine,
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer dense(Dense layer) {
        QuantizedAffine affine = affine(layer);
        return narrowest(
                affine.accumulatorFractionBits(inputFormat()),
                accumulator -> new QuantizedDense(
                        layer.name(),
                        stage.input(),
                        stage.output(),
                        inputFormat(),
                        affine,
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer maxPool(MaxPool layer) {
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
                inputFormat(),
                inputFormat(),
                stage.ends().in(inputFormat()));
    }

    @Override
    public QuantizedLayer averagePool(AveragePool layer) {
        return average(
                layer.window(), layer.countPadding() || layer.window().padding().isNone());
    }

    @Override
    public QuantizedLayer globalAveragePool(GlobalAveragePool layer) {
        return average(Window.whole(stage.input()), true);
    }

    private QuantizedLayer average(Window window, boolean alike) {
        FixedPointFormat sum = inputs.get(0).stream()
                .map(input -> WindowSums.sum(window, input))
                .reduce(RawRange.ZERO, RawRange::hull)
                .narrowestFormat(inputFormat().fractionBits());
        Reciprocals reciprocals = Reciprocals.of(window, alike, formats.outputs(), sum);
        return narrowest(
                inputFormat().fractionBits() + reciprocals.format().fractionBits(),
                accumulator -> new QuantizedAveragePool(
                        stage.name(),
                        stage.input(),
                        stage.output(),
                        window,
                        inputFormat(),
                        sum,
                        reciprocals.format(),
                        reciprocals.raw(),
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(new FunctionBuilder(stage, inputFormat(), inputs, formats));
    }

    @Override
    public QuantizedLayer prelu(Prelu layer) {
        return new FunctionBuilder(stage, inputFormat(), inputs, formats)
                .sloped(network.values(layer, ParameterSpec.SLOPE));
    }

    @Override
    public QuantizedLayer zeroPad(ZeroPad layer) {
        return new QuantizedPad(layer.name(), stage.input(), layer.padding(), inputFormat());
    }

    @Override
    public QuantizedLayer crop(Crop layer) {
        return new QuantizedCrop(layer.name(), stage.input(), layer.margin(), inputFormat());
    }

    @Override
    public QuantizedLayer upsample(Upsample layer) {
        return new QuantizedUpsample(layer.name(), stage.input(), layer.rows(), layer.columns(), inputFormat());
    }

    private int commonFraction() {
        return Math.max(inputFormats.get(0).fractionBits(), inputFormats.get(1).fractionBits());
    }

    @Override
    public QuantizedLayer add(Add layer) {
        Shape shape = stage.input();
        return narrowest(
                commonFraction(),
                accumulator -> new QuantizedAdd(
                        layer.name(),
                        shape,
                        inputFormats.get(0),
                        inputFormats.get(1),
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer concat(Concat layer) {
        Operand left = new Operand(stage.inputShapes().get(0), inputFormats.get(0));
        Operand right = new Operand(stage.inputShapes().get(1), inputFormats.get(1));
        return narrowest(
                commonFraction(),
                accumulator -> new QuantizedConcat(
                        layer.name(),
                        left,
                        right,
                        accumulator,
                        output(accumulator),
                        stage.ends().in(accumulator)));
    }

    @Override
    public QuantizedLayer flatten(Flatten layer) {
        throw noStage(layer);
    }

    @Override
    public QuantizedLayer batchNorm(BatchNorm layer) {
        throw noStage(layer);
    }

    @Override
    public QuantizedLayer dropout(Dropout layer) {
        throw noStage(layer);
    }

    static IllegalStateException noStage(Layer layer) {
        return new IllegalStateException("layer " + layer.name() + " is no stage");
    }
}
