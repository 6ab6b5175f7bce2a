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
        int activations = folded.architecture().nodes().size() + 1;
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
        Chunks.forEach("of calibration", images.count(), CHUNK, threads, () -> {
            float[][][] activations = inference.buffers(CHUNK);
            return (first, end) -> {
                double[][] sums = byChunk[first / CHUNK];
                for (int q = 0; q < sums.length; q++) {
                    sums[q] = new double[questions.get(q).formats().size()];
                }
                inference.run(images, first, end, activations);
                addErrors(questions, activations, end - first, sums);
            };
        });
        return total(questions, byChunk);
    }

    private static void addErrors(List<Candidates> questions, float[][][] activations, int count, double[][] sums) {
        for (int q = 0; q < sums.length; q++) {
            List<FixedPointFormat> formats = questions.get(q).formats();
            for (int f = 0; f < formats.size(); f++) {
                double[] errors = squaredErrors(activations[questions.get(q).activation()], count, formats.get(f));
                for (double error : errors) {
                    sums[q][f] += error;
                }
            }
        }
    }

    /** Per image, an estimate in floating point: it chooses among formats, it computes no value of the network. */
    private static double[] squaredErrors(float[][] values, int count, FixedPointFormat format) {
        double step = Math.scalb(1.0, -format.fractionBits());
        double min = format.toDouble(format.minRaw());
        double max = format.toDouble(format.maxRaw());
        double[] sums = new double[count];
        for (float[] row : values) {
            for (int image = 0; image < count; image++) {
                double rounded = Math.rint(row[image] / step) * step;
                double error = Math.min(Math.max(rounded, min), max) - row[image];
                sums[image] += error * error;
            }
        }
        return sums;
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
        Chunks.forEach("of calibration", images.count(), CHUNK, threads, () -> {
            float[][][] activations = inference.buffers(CHUNK);
            return (first, end) -> {
                double[][] sums = zeros(activations);
                inference.run(images, first, end, activations);
                for (int a = 0; a < activations.length; a++) {
                    merge(a, activations[a], end - first);
                    add(sums[a], activations[a], end - first);
                }
                byChunk[first / CHUNK] = sums;
            };
        });
        double[][] result = zeros(inference.buffers(1));
        for (double[][] chunk : byChunk) {
            for (int a = 0; a < result.length; a++) {
                for (int i = 0; i < result[a].length; i++) {
                    result[a][i] += chunk[a][i] / images.count();
                }
            }
        }
        return result;
    }

    private static double[][] zeros(float[][][] like) {
        double[][] result = new double[like.length][];
        for (int a = 0; a < like.length; a++) {
            result[a] = new double[like[a].length];
        }
        return result;
    }

    private static void add(double[] sums, float[][] values, int count) {
        for (int i = 0; i < sums.length; i++) {
            for (int image = 0; image < count; image++) {
                sums[i] += values[i][image];
            }
        }
    }

    private void merge(int activation, float[][] values, int count) {
        float min = 0;
        float max = 0;
        for (float[] row : values) {
            for (int image = 0; image < count; image++) {
                min = Math.min(min, row[image]);
                max = Math.max(max, row[image]);
            }
        }
        synchronized (this) {
            smallest[activation] = Math.min(smallest[activation], min);
            largest[activation] = Math.max(largest[activation], max);
        }
    }
}
