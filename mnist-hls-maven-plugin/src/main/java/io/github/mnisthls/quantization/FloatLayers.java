/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The forward pass of each float32 layer, of several images at once: one row per value in CHW order, one column per image.
 * Columns do not depend on each other, so that the just-in-time compiler turns loops over a row into vector instructions.
 */
final class FloatLayers {
    private interface Step {
        void apply(float[][] in, float[][] out, int images);
    }

    private final List<Shape> shapes;
    private final List<Step> steps = new ArrayList<>();

    private FloatLayers(List<Shape> shapes) {
        this.shapes = shapes;
    }

    static FloatLayers of(Network network) {
        List<Layer> layers = network.architecture().layers();
        FloatLayers result = new FloatLayers(network.architecture().shapes());
        for (int i = 0; i < layers.size(); i++) {
            result.steps.add(step(network, layers.get(i), result.shapes.get(i), result.shapes.get(i + 1)));
        }
        return result;
    }

    /** Values of one image, all activations together. */
    int values() {
        return shapes.stream().mapToInt(Shape::size).sum();
    }

    float[][][] buffers(int images) {
        float[][][] buffers = new float[shapes.size()][][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new float[shapes.get(i).size()][images];
        }
        return buffers;
    }

    void run(float[][][] activations, int images) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(activations[i], activations[i + 1], images);
        }
    }

    private static Step step(Network network, Layer layer, Shape in, Shape out) {
        if (layer instanceof Conv2d conv) {
            return convolution(network.affine(conv), conv.window(), in, out);
        } else if (layer instanceof Dense) {
            return dense(network.affine(layer));
        } else if (layer instanceof BatchNorm norm) {
            return normalization(network.norm(norm), norm.epsilon(), in);
        } else if (layer instanceof Relu) {
            return FloatLayers::relu;
        } else if (layer instanceof MaxPool pool) {
            return pooling(pool.window(), in, out, true);
        } else if (layer instanceof AveragePool pool) {
            return pooling(pool.window(), in, out, false);
        } else if (layer instanceof GlobalAveragePool) {
            return pooling(new Window(in.height(), in.width(), 1, 1, Padding.NONE), in, out, false);
        } else if (layer instanceof Flatten || layer instanceof Dropout) {
            return FloatLayers::copy;
        }
        throw new IllegalStateException("no forward pass for " + layer);
    }

    private static Step convolution(AffineParameters affine, Window window, Shape in, Shape out) {
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int taps = in.channels() * window.area();
        return (from, to, images) -> {
            int target = 0;
            for (int o = 0; o < out.channels(); o++) {
                for (int y = 0; y < out.height(); y++) {
                    for (int x = 0; x < out.width(); x++) {
                        float[] sums = to[target++];
                        Arrays.fill(sums, 0, images, bias[o]);
                        for (int tap = 0; tap < taps; tap++) {
                            int value = value(window, in, tap, y, x);
                            if (value >= 0) {
                                add(sums, weights[o * taps + tap], from[value], images);
                            }
                        }
                    }
                }
            }
        };
    }

    /** The value under one tap of a window; -1 outside of the image, where all is zero. */
    private static int value(Window window, Shape in, int tap, int y, int x) {
        int place = tap % window.area();
        int row = y * window.strideHeight()
                + place / window.kernelWidth()
                - window.padding().top();
        int column = x * window.strideWidth()
                + place % window.kernelWidth()
                - window.padding().left();
        boolean inside = row >= 0 && row < in.height() && column >= 0 && column < in.width();
        return inside ? (tap / window.area() * in.height() + row) * in.width() + column : -1;
    }

    private static void add(float[] sums, float weight, float[] values, int images) {
        for (int i = 0; i < images; i++) {
            sums[i] += weight * values[i];
        }
    }

    private static Step dense(AffineParameters affine) {
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
                    add(sums, weights[o * fanIn + i], from[i], images);
                    add(odd, weights[o * fanIn + i + 1], from[i + 1], images);
                }
                add(sums, 1, odd, images);
                if (fanIn % 2 == 1) {
                    add(sums, weights[o * fanIn + fanIn - 1], from[fanIn - 1], images);
                }
            }
        };
    }

    private static Step normalization(NormParameters norm, double epsilon, Shape shape) {
        int plane = shape.height() * shape.width();
        float[] scale = new float[shape.channels()];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (float) (norm.gamma().get(c) / Math.sqrt(norm.variance().get(c) + epsilon));
        }
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                int c = value / plane;
                float mean = norm.mean().get(c);
                float factor = scale[c];
                float shift = norm.beta().get(c);
                float[] source = from[value];
                float[] target = to[value];
                for (int i = 0; i < images; i++) {
                    target[i] = (source[i] - mean) * factor + shift;
                }
            }
        };
    }

    private static void relu(float[][] from, float[][] to, int images) {
        for (int value = 0; value < to.length; value++) {
            float[] source = from[value];
            float[] target = to[value];
            for (int i = 0; i < images; i++) {
                target[i] = Math.max(source[i], 0);
            }
        }
    }

    private static void copy(float[][] from, float[][] to, int images) {
        for (int value = 0; value < to.length; value++) {
            System.arraycopy(from[value], 0, to[value], 0, images);
        }
    }

    private static Step pooling(Window window, Shape in, Shape out, boolean max) {
        int plane = out.height() * out.width();
        return (from, to, images) -> {
            for (int value = 0; value < to.length; value++) {
                float[] result = to[value];
                Arrays.fill(result, 0, images, max ? Float.NEGATIVE_INFINITY : 0);
                int first = value / plane * window.area();
                for (int tap = first; tap < first + window.area(); tap++) {
                    int y = value % plane / out.width();
                    float[] source = from[value(window, in, tap, y, value % out.width())];
                    for (int i = 0; i < images; i++) {
                        result[i] = max ? Math.max(result[i], source[i]) : result[i] + source[i];
                    }
                }
                for (int i = 0; !max && i < images; i++) {
                    result[i] /= window.area();
                }
            }
        };
    }
}
