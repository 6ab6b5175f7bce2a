/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
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
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The forward pass of each kind of float32 layer, of several images at once: one row per value in CHW order, one column per
 * image. Columns do not depend on each other, so that the just-in-time compiler turns loops over a row into vector
 * instructions.
 */
final class FloatLayers implements Layer.Visitor<FloatLayers.Step> {
    /** Computes one layer. */
    interface Step {
        void apply(float[][][] in, float[][] out, int images);
    }

    private final Network network;
    private final List<Shape> inputs;
    private final Shape out;

    private FloatLayers(Network network, List<Shape> inputs, Shape out) {
        this.network = network;
        this.inputs = inputs;
        this.out = out;
    }

    /** One step per node. */
    static List<Step> of(Network network) {
        Architecture architecture = network.architecture();
        List<List<Shape>> inputs = architecture.inputShapes();
        return IntStream.range(0, architecture.nodes().size())
                .mapToObj(i -> architecture
                        .nodes()
                        .get(i)
                        .layer()
                        .accept(new FloatLayers(
                                network, inputs.get(i), architecture.shapes().get(i + 1))))
                .toList();
    }

    private Shape in() {
        return inputs.get(0);
    }

    @Override
    public Step conv2d(Conv2d layer) {
        AffineParameters affine = network.affine(layer);
        FloatWindows windows = new FloatWindows(layer.window(), in(), out);
        return (from, to, images) -> windows.convolve(affine, from[0], to, images);
    }

    @Override
    public Step depthwiseConv2d(DepthwiseConv2d layer) {
        AffineParameters affine = network.affine(layer);
        FloatWindows windows = new FloatWindows(layer.window(), in(), out);
        return (from, to, images) -> windows.convolveChannels(affine, layer.multiplier(), from[0], to, images);
    }

    @Override
    public Step dense(Dense layer) {
        AffineParameters affine = network.affine(layer);
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int fanIn = affine.fanIn();
        return (from, to, images) -> {
            float[] odd = new float[images];
            for (int o = 0; o < bias.length; o++) {
                float[] sums = to[o];
                Arrays.fill(sums, 0, images, bias[o]);
                Arrays.fill(odd, 0);
                for (int i = 0; i + 1 < fanIn; i += 2) {
                    FloatWindows.add(sums, weights[o * fanIn + i], from[0][i], images);
                    FloatWindows.add(odd, weights[o * fanIn + i + 1], from[0][i + 1], images);
                }
                FloatWindows.add(sums, 1, odd, images);
                if (fanIn % 2 == 1) {
                    FloatWindows.add(sums, weights[o * fanIn + fanIn - 1], from[0][fanIn - 1], images);
                }
            }
        };
    }

    @Override
    public Step batchNorm(BatchNorm layer) {
        NormParameters norm = network.norm(layer);
        int plane = in().height() * in().width();
        float[] scale = new float[in().channels()];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (float) (norm.gamma().get(c) / Math.sqrt(norm.variance().get(c) + layer.epsilon()));
        }
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                int c = value / plane;
                float mean = norm.mean().get(c);
                float factor = scale[c];
                float shift = norm.beta().get(c);
                float[] source = from[0][value];
                float[] target = to[value];
                for (int i = 0; i < images; i++) {
                    target[i] = (source[i] - mean) * factor + shift;
                }
            }
        };
    }

    @Override
    public Step elementwise(ElementwiseLayer layer) {
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                float[] source = from[0][value];
                float[] target = to[value];
                for (int i = 0; i < images; i++) {
                    target[i] = layer.apply(source[i]);
                }
            }
        };
    }

    @Override
    public Step prelu(Prelu layer) {
        FloatVector slopes = network.values(layer, ParameterSpec.SLOPE);
        int plane = in().height() * in().width();
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                float slope = slopes.get(value / plane);
                float[] source = from[0][value];
                float[] target = to[value];
                for (int i = 0; i < images; i++) {
                    target[i] = source[i] > 0 ? source[i] : slope * source[i];
                }
            }
        };
    }

    @Override
    public Step maxPool(MaxPool layer) {
        FloatWindows windows = new FloatWindows(layer.window(), in(), out);
        return (from, to, images) -> windows.largest(from[0], to, images);
    }

    @Override
    public Step averagePool(AveragePool layer) {
        FloatWindows windows = new FloatWindows(layer.window(), in(), out);
        return (from, to, images) -> windows.mean(layer.countPadding(), from[0], to, images);
    }

    @Override
    public Step globalAveragePool(GlobalAveragePool layer) {
        FloatWindows windows = new FloatWindows(Window.whole(in()), in(), out);
        return (from, to, images) -> windows.mean(true, from[0], to, images);
    }

    @Override
    public Step flatten(Flatten layer) {
        return FloatLayers::copy;
    }

    @Override
    public Step dropout(Dropout layer) {
        return FloatLayers::copy;
    }

    private static void copy(float[][][] from, float[][] to, int images) {
        for (int value = 0; value < to.length; value++) {
            System.arraycopy(from[0][value], 0, to[value], 0, images);
        }
    }

    @Override
    public Step zeroPad(ZeroPad layer) {
        return move((row, column) ->
                at(row - layer.padding().top(), column - layer.padding().left()));
    }

    @Override
    public Step crop(Crop layer) {
        return move((row, column) ->
                at(row + layer.margin().top(), column + layer.margin().left()));
    }

    @Override
    public Step upsample(Upsample layer) {
        return move((row, column) -> at(row / layer.rows(), column / layer.columns()));
    }

    /** Place in a channel of the input; -1 outside. */
    private int at(int row, int column) {
        boolean inside = row >= 0 && row < in().height() && column >= 0 && column < in().width();
        return inside ? row * in().width() + column : -1;
    }

    private interface Source {
        int of(int row, int column);
    }

    private Step move(Source source) {
        int plane = in().height() * in().width();
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                int channel = value / (out.height() * out.width());
                int place = source.of(value / out.width() % out.height(), value % out.width());
                if (place < 0) {
                    Arrays.fill(to[value], 0);
                } else {
                    System.arraycopy(from[0][channel * plane + place], 0, to[value], 0, images);
                }
            }
        };
    }

    @Override
    public Step add(Add layer) {
        return (from, to, images) -> {
            copy(from, to, images);
            for (int input = 1; input < from.length; input++) {
                for (int value = 0; value < to.length; value++) {
                    FloatWindows.add(to[value], 1, from[input][value], images);
                }
            }
        };
    }

    @Override
    public Step concat(Concat layer) {
        return (from, to, images) -> {
            int at = 0;
            for (float[][] input : from) {
                for (float[] row : input) {
                    System.arraycopy(row, 0, to[at++], 0, images);
                }
            }
        };
    }
}
