/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * What the float network's activations look like on some training images. The figures do not depend on the number of
 * threads.
 */
final class Calibration {
    private static final int CHUNK = 25;

    private final FloatInference inference;
    private final LabeledImages images;
    private final int threads;
    private final double[] smallest;
    private final double[] largest;
    private final double[][] means;

    Calibration(Network folded, LabeledImages images, int threads) {
        this.inference = new FloatInference(folded);
        this.images = images;
        this.threads = threads;
        int activations = folded.architecture().layers().size() + 1;
        smallest = new double[activations];
        largest = new double[activations];
        means = observe();
    }

    /** The smallest value of an activation, as {@link Stage} counts them. */
    double min(int activation) {
        return smallest[activation];
    }

    /** The largest value of an activation. */
    double max(int activation) {
        return largest[activation];
    }

    /** The mean of each value of an activation, in CHW order. */
    double[] mean(int activation) {
        return means[activation].clone();
    }

    /** Formats to be compared on one activation. */
    record Candidates(int activation, List<FixedPointFormat> formats) {}

    /** For each of the candidates' formats, the sum of squared errors that it would make. */
    List<double[]> squaredErrors(List<Candidates> questions) {
        int chunks = (images.count() + CHUNK - 1) / CHUNK;
        double[][][] byChunk = new double[chunks][questions.size()][];
        Chunks.forEach(images.count(), CHUNK, threads, () -> {
            float[][] activations = inference.buffers();
            return (first, end) -> {
                double[][] sums = byChunk[first / CHUNK];
                for (int q = 0; q < sums.length; q++) {
                    sums[q] = new double[questions.get(q).formats().size()];
                }
                for (int image = first; image < end; image++) {
                    inference.run(images, image, activations);
                    addErrors(questions, activations, sums);
                }
            };
        });
        return total(questions, byChunk);
    }

    private static void addErrors(List<Candidates> questions, float[][] activations, double[][] sums) {
        for (int q = 0; q < sums.length; q++) {
            List<FixedPointFormat> formats = questions.get(q).formats();
            for (int f = 0; f < formats.size(); f++) {
                sums[q][f] += squaredError(activations[questions.get(q).activation()], formats.get(f));
            }
        }
    }

    /** An estimate in floating point: it chooses among formats, it computes no value of the network. */
    private static double squaredError(float[] values, FixedPointFormat format) {
        double step = Math.scalb(1.0, -format.fractionBits());
        double min = format.toDouble(format.minRaw());
        double max = format.toDouble(format.maxRaw());
        double sum = 0;
        for (float value : values) {
            double rounded = Math.rint(value / step) * step;
            double error = Math.min(Math.max(rounded, min), max) - value;
            sum += error * error;
        }
        return sum;
    }

    private static List<double[]> total(List<Candidates> questions, double[][][] byChunk) {
        List<double[]> totals = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            double[] total = new double[questions.get(q).formats().size()];
            for (double[][] chunk : byChunk) {
                for (int f = 0; f < total.length; f++) {
                    total[f] += chunk[q][f];
                }
            }
            totals.add(total);
        }
        return totals;
    }

    /** Finds the ranges; gives the means. */
    private double[][] observe() {
        int chunks = (images.count() + CHUNK - 1) / CHUNK;
        double[][][] byChunk = new double[chunks][][];
        Chunks.forEach(images.count(), CHUNK, threads, () -> {
            float[][] activations = inference.buffers();
            return (first, end) -> {
                double[][] sums = zeros(activations);
                for (int image = first; image < end; image++) {
                    inference.run(images, image, activations);
                    for (int a = 0; a < activations.length; a++) {
                        merge(a, activations[a]);
                        add(sums[a], activations[a]);
                    }
                }
                byChunk[first / CHUNK] = sums;
            };
        });
        double[][] result = zeros(inference.buffers());
        for (double[][] chunk : byChunk) {
            for (int a = 0; a < result.length; a++) {
                for (int i = 0; i < result[a].length; i++) {
                    result[a][i] += chunk[a][i] / images.count();
                }
            }
        }
        return result;
    }

    private static double[][] zeros(float[][] like) {
        double[][] result = new double[like.length][];
        for (int a = 0; a < like.length; a++) {
            result[a] = new double[like[a].length];
        }
        return result;
    }

    private static void add(double[] sums, float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    private void merge(int activation, float[] values) {
        float min = 0;
        float max = 0;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        synchronized (this) {
            smallest[activation] = Math.min(smallest[activation], min);
            largest[activation] = Math.max(largest[activation], max);
        }
    }
}
