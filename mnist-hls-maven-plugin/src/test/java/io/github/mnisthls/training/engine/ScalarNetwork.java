/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
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
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A network computed value by value as its layers are defined, in double precision; for comparison. */
final class ScalarNetwork implements Layer.Visitor<double[]> {
    private final Network network;
    private List<double[]> inputs = List.of();
    private List<Shape> shapes = List.of();
    private Shape output;

    ScalarNetwork(Network network) {
        this.network = network;
        this.output = network.architecture().input();
    }

    /** One value under a window, for {@link #slide}. */
    private interface Tap {
        /** Row and column are those in the image without padding, {@code number} counts the kernel's values. */
        void see(int row, int column, int number);
    }

    double[] logits(LabeledImages images, int image) {
        Shape input = network.architecture().input();
        List<Shape> all = network.architecture().shapes();
        List<double[]> values = new ArrayList<>();
        values.add(IntStream.range(0, input.size())
                .mapToDouble(i -> network.architecture()
                        .pixels()
                        .apply(i / input.height() / input.width(), images.pixel(image, i)))
                .toArray());
        for (Node node : network.architecture().nodes()) {
            inputs = node.inputs().stream().map(values::get).toList();
            shapes = node.inputs().stream().map(all::get).toList();
            output = all.get(values.size());
            values.add(node.layer().accept(this));
        }
        return values.get(network.architecture().output());
    }

    private double in(int channel, int row, int column) {
        Shape shape = shapes.get(0);
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? inputs.get(0)[(channel * shape.height() + row) * shape.width() + column] : 0;
    }

    private boolean isInside(int row, int column) {
        Shape shape = shapes.get(0);
        return row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    }

    /** What each output is, by its channel, row and column. */
    private double[] compute(Cell cell) {
        double[] result = new double[output.size()];
        int i = 0;
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    result[i++] = cell.value(channel, row, column);
                }
            }
        }
        return result;
    }

    private interface Cell {
        double value(int channel, int row, int column);
    }

    private static void slide(Window window, int row, int column, Tap tap) {
        for (int y = 0; y < window.kernelHeight(); y++) {
            for (int x = 0; x < window.kernelWidth(); x++) {
                tap.see(
                        row * window.strideHeight()
                                + y * window.dilationHeight()
                                - window.padding().top(),
                        column * window.strideWidth()
                                + x * window.dilationWidth()
                                - window.padding().left(),
                        y * window.kernelWidth() + x);
            }
        }
    }

    private double dot(FloatVector weights, int at, int channel, Window window, int row, int column) {
        double[] sum = {0};
        slide(window, row, column, (y, x, i) -> sum[0] += weights.get(at + i) * in(channel, y, x));
        return sum[0];
    }

    @Override
    public double[] conv2d(Conv2d layer) {
        AffineParameters affine = network.affine(layer);
        int channels = shapes.get(0).channels();
        int area = layer.window().area();
        return compute((filter, row, column) -> affine.bias().get(filter)
                + IntStream.range(0, channels)
                        .mapToDouble(c ->
                                dot(affine.weights(), (filter * channels + c) * area, c, layer.window(), row, column))
                        .sum());
    }

    @Override
    public double[] depthwiseConv2d(DepthwiseConv2d layer) {
        AffineParameters affine = network.affine(layer);
        int area = layer.window().area();
        return compute((channel, row, column) -> affine.bias().get(channel)
                + dot(affine.weights(), channel * area, channel / layer.multiplier(), layer.window(), row, column));
    }

    @Override
    public double[] dense(Dense layer) {
        AffineParameters affine = network.affine(layer);
        double[] input = inputs.get(0);
        return compute((unit, row, column) -> affine.bias().get(unit)
                + IntStream.range(0, input.length)
                        .mapToDouble(i -> affine.weights().get(unit * input.length + i) * input[i])
                        .sum());
    }

    @Override
    public double[] batchNorm(BatchNorm layer) {
        NormParameters norm = network.norm(layer);
        return compute((channel, row, column) -> norm.gamma().get(channel)
                        * (in(channel, row, column) - norm.mean().get(channel))
                        / Math.sqrt(norm.variance().get(channel) + layer.epsilon())
                + norm.beta().get(channel));
    }

    @Override
    public double[] elementwise(ElementwiseLayer layer) {
        return compute((channel, row, column) -> layer.apply((float) in(channel, row, column)));
    }

    @Override
    public double[] prelu(Prelu layer) {
        FloatVector slopes = network.values(layer, ParameterSpec.SLOPE);
        return compute((channel, row, column) -> {
            double value = in(channel, row, column);
            return value >= 0 ? value : slopes.get(channel) * value;
        });
    }

    @Override
    public double[] maxPool(MaxPool layer) {
        return compute((channel, row, column) -> {
            List<Double> seen = new ArrayList<>();
            slide(layer.window(), row, column, (y, x, i) -> {
                if (isInside(y, x)) {
                    seen.add(in(channel, y, x));
                }
            });
            return seen.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        });
    }

    @Override
    public double[] averagePool(AveragePool layer) {
        return compute((channel, row, column) -> {
            double[] sumAndCount = new double[2];
            slide(layer.window(), row, column, (y, x, i) -> {
                sumAndCount[0] += in(channel, y, x);
                sumAndCount[1] += layer.countPadding() || isInside(y, x) ? 1 : 0;
            });
            return sumAndCount[0] / sumAndCount[1];
        });
    }

    @Override
    public double[] globalAveragePool(GlobalAveragePool layer) {
        Shape shape = shapes.get(0);
        int area = shape.height() * shape.width();
        return compute((channel, row, column) -> IntStream.range(0, area)
                .mapToDouble(i -> in(channel, i / shape.width(), i % shape.width()))
                .average()
                .orElseThrow());
    }

    @Override
    public double[] flatten(Flatten layer) {
        return inputs.get(0);
    }

    @Override
    public double[] dropout(Dropout layer) {
        return inputs.get(0);
    }

    @Override
    public double[] zeroPad(ZeroPad layer) {
        Padding padding = layer.padding();
        return compute((channel, row, column) -> in(channel, row - padding.top(), column - padding.left()));
    }

    @Override
    public double[] crop(Crop layer) {
        Padding margin = layer.margin();
        return compute((channel, row, column) -> in(channel, row + margin.top(), column + margin.left()));
    }

    @Override
    public double[] upsample(Upsample layer) {
        return compute((channel, row, column) -> in(channel, row / layer.rows(), column / layer.columns()));
    }

    @Override
    public double[] add(Add layer) {
        return IntStream.range(0, output.size())
                .mapToDouble(i -> inputs.stream().mapToDouble(input -> input[i]).sum())
                .toArray();
    }

    @Override
    public double[] concat(Concat layer) {
        return inputs.stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
