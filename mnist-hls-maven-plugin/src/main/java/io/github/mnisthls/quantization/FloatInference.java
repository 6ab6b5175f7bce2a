/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The float32 network as it stands. Dropout does nothing. */
public final class FloatInference {
    private static final int MAX_BLOCK = 64;
    /** Values that one thread keeps at a time, so that large networks take fewer images at once. */
    private static final int MAX_VALUES = 1 << 22;

    private final Architecture architecture;
    private final List<FloatLayers.Step> steps;
    private final float[][] pixelTables;

    public FloatInference(Network network) {
        architecture = network.architecture();
        steps = FloatLayers.of(network);
        pixelTables = new float[architecture.input().channels()][PixelScaling.PIXEL_VALUES];
        for (int channel = 0; channel < pixelTables.length; channel++) {
            for (int pixel = 0; pixel < PixelScaling.PIXEL_VALUES; pixel++) {
                pixelTables[channel][pixel] = (float) architecture.pixels().apply(channel, pixel);
            }
        }
    }

    /** The logits of one image. */
    public float[] logits(LabeledImages images, int image) {
        float[][][] activations = buffers(1);
        run(images, image, image + 1, activations);
        return column(activations[architecture.output()]);
    }

    private static float[] column(float[][] last) {
        float[] logits = new float[last.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = last[i][0];
        }
        return logits;
    }

    /**
     * The logits for what the network sees, as it is: no pixels are scaled.
     *
     * @param values in the order channel, row, column
     */
    public float[] logits(float... values) {
        float[][][] activations = buffers(1);
        if (values.length != activations[0].length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + architecture.input().named());
        }
        for (int i = 0; i < values.length; i++) {
            activations[0][i][0] = values[i];
        }
        compute(activations, 1);
        return column(activations[architecture.output()]);
    }

    /** Fraction of the images whose largest logit (the first among equals) is that of the label. */
    public double accuracy(LabeledImages images, int threads) {
        return accuracy(images, predicted(images, threads));
    }

    /** Fraction of the images whose class is that of the label. */
    public static double accuracy(LabeledImages images, int... predicted) {
        long correct = IntStream.range(0, images.count())
                .filter(image -> predicted[image] == images.label(image))
                .count();
        return (double) correct / images.count();
    }

    /** The class of each image: that of the largest logit, the first among equals. */
    public int[] predicted(LabeledImages images, int threads) {
        int[] predicted = new int[images.count()];
        int block = Math.max(1, Math.min(MAX_BLOCK, MAX_VALUES / values()));
        Chunks.forEach("in float32", images.count(), block, threads, () -> {
            float[][][] activations = buffers(block);
            return (first, end) -> {
                run(images, first, end, activations);
                for (int image = first; image < end; image++) {
                    predicted[image] = argmax(activations[architecture.output()], image - first);
                }
            };
        });
        return predicted;
    }

    /**
     * Arrays for some images, one per value of the graph: the pixels, then each node's output; in each a row per value, with
     * a column per image.
     */
    float[][][] buffers(int images) {
        List<Shape> shapes = architecture.shapes();
        float[][][] buffers = new float[shapes.size()][][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new float[shapes.get(i).size()][images];
        }
        return buffers;
    }

    /** Of one image, all activations together. */
    private int values() {
        return architecture.shapes().stream().mapToInt(Shape::size).sum();
    }

    /** Computes the images from {@code first} to before {@code end}; fills the arrays that {@link #buffers} made. */
    void run(LabeledImages images, int first, int end, float[][][] activations) {
        float[][] input = activations[0];
        int channelPixels = images.shape().height() * images.shape().width();
        for (int i = 0; i < input.length; i++) {
            float[] table = pixelTables[i / channelPixels];
            for (int image = first; image < end; image++) {
                input[i][image - first] = table[images.pixel(image, i)];
            }
        }
        compute(activations, end - first);
    }

    /** Fills all arrays but the first. */
    private void compute(float[][][] activations, int images) {
        for (int node = 0; node < steps.size(); node++) {
            List<Integer> inputs = architecture.nodes().get(node).inputs();
            float[][][] in = new float[inputs.size()][][];
            for (int i = 0; i < in.length; i++) {
                in[i] = activations[inputs.get(i)];
            }
            steps.get(node).apply(in, activations[node + 1], images);
        }
    }

    private static int argmax(float[][] logits, int column) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i][column] > logits[best][column]) {
                best = i;
            }
        }
        return best;
    }
}
