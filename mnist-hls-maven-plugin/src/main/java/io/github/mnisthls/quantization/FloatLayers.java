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

/** The forward pass of each float32 layer, CHW. */
final class FloatLayers {
    private interface Step {
        void apply(float[] in, float[] out);
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

    float[][] buffers() {
        float[][] buffers = new float[shapes.size()][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new float[shapes.get(i).size()];
        }
        return buffers;
    }

    void run(float[][] activations) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(activations[i], activations[i + 1]);
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
            return (from, to) -> System.arraycopy(from, 0, to, 0, to.length);
        }
        throw new IllegalStateException("no forward pass for " + layer);
    }

    private static Step convolution(AffineParameters affine, Window window, Shape in, Shape out) {
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int area = window.area();
        return (from, to) -> {
            for (int o = 0; o < out.channels(); o++) {
                int plane = o * out.height() * out.width();
                Arrays.fill(to, plane, plane + out.height() * out.width(), bias[o]);
                for (int tap = 0; tap < in.channels() * area; tap++) {
                    int channel = tap / area;
                    int row =
                            tap % area / window.kernelWidth() - window.padding().top();
                    int column = tap % window.kernelWidth() - window.padding().left();
                    float weight = weights[o * in.channels() * area + tap];
                    addTap(from, channel * in.height(), row, column, weight, to, plane, window, in, out);
                }
            }
        };
    }

    /** Adds one weight's products to one output plane; rows and columns outside of the image are zero. */
    private static void addTap(
            float[] from,
            int firstRow,
            int row,
            int column,
            float weight,
            float[] to,
            int plane,
            Window window,
            Shape in,
            Shape out) {
        int stride = window.strideWidth();
        int begin = Math.max(0, (-column + stride - 1) / stride);
        int end = Math.min(out.width(), (in.width() - 1 - column + stride) / stride);
        for (int y = 0; y < out.height(); y++) {
            int inRow = y * window.strideHeight() + row;
            if (inRow >= 0 && inRow < in.height()) {
                int source = (firstRow + inRow) * in.width() + column;
                int target = plane + y * out.width();
                for (int x = begin; x < end; x++) {
                    to[target + x] += weight * from[source + x * stride];
                }
            }
        }
    }

    private static Step dense(AffineParameters affine) {
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int fanIn = affine.fanIn();
        return (from, to) -> {
            for (int o = 0; o < bias.length; o++) {
                float even = bias[o];
                float odd = 0;
                int row = o * fanIn;
                for (int i = 0; i + 1 < fanIn; i += 2) {
                    even += weights[row + i] * from[i];
                    odd += weights[row + i + 1] * from[i + 1];
                }
                float last = fanIn % 2 == 0 ? 0 : weights[row + fanIn - 1] * from[fanIn - 1];
                to[o] = even + odd + last;
            }
        };
    }

    private static Step normalization(NormParameters norm, double epsilon, Shape shape) {
        int plane = shape.height() * shape.width();
        float[] scale = new float[shape.channels()];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (float) (norm.gamma().get(c) / Math.sqrt(norm.variance().get(c) + epsilon));
        }
        return (from, to) -> {
            for (int i = 0; i < to.length; i++) {
                int c = i / plane;
                to[i] = (from[i] - norm.mean().get(c)) * scale[c] + norm.beta().get(c);
            }
        };
    }

    private static void relu(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.max(from[i], 0);
        }
    }

    private static Step pooling(Window window, Shape in, Shape out, boolean max) {
        float first = max ? Float.NEGATIVE_INFINITY : 0;
        return (from, to) -> {
            int target = 0;
            for (int c = 0; c < out.channels(); c++) {
                for (int y = 0; y < out.height(); y++) {
                    for (int x = 0; x < out.width(); x++) {
                        int corner =
                                (c * in.height() + y * window.strideHeight()) * in.width() + x * window.strideWidth();
                        float result = first;
                        for (int tap = 0; tap < window.area(); tap++) {
                            float value =
                                    from[corner + tap / window.kernelWidth() * in.width() + tap % window.kernelWidth()];
                            result = max ? Math.max(result, value) : result + value;
                        }
                        to[target++] = max ? result : result / window.area();
                    }
                }
            }
        };
    }
}
