/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.EmulatedLayer.Reads;
import io.github.mnisthls.quantization.Operand;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One thread's buffers for a number of images that are computed side by side. */
final class ImageBlock {
    private final QuantizedNetwork network;
    private final List<EmulatedLayer> layers;
    /** By the graph's values. */
    private final List<Activations> activations = new ArrayList<>();

    private final Scratch scratch;
    private final long[][] rawByPixel;

    ImageBlock(QuantizedNetwork network, List<EmulatedLayer> layers, int images) {
        this.network = network;
        this.layers = layers;
        rawByPixel = IntStream.range(0, network.input().shape().channels())
                .mapToObj(channel -> network.input().table(channel).toArray())
                .toArray(long[][]::new);
        List<Operand> values = network.values();
        for (int value = 0; value < values.size(); value++) {
            activations.add(Activations.create(
                    isRead(value, Reads.INTS),
                    isRead(value, Reads.LONGS),
                    values.get(value).shape().size(),
                    images));
        }
        scratch = new Scratch(
                images,
                layers.stream().mapToInt(EmulatedLayer::windowSize).max().orElseThrow());
    }

    private boolean isRead(int value, Reads form) {
        return network.readers(value).stream()
                .anyMatch(reader -> layers.get(reader).reads() == form);
    }

    /** Computes the images from {@code first} to before {@code end}. */
    void run(LabeledImages images, int first, int end) {
        load(images, first, end);
        for (int i = 0; i < layers.size(); i++) {
            run(i, AccumulatorObserver.NONE);
        }
    }

    /** As {@link #run}, and reports the accumulators' ranges, one per layer. */
    void observe(LabeledImages images, int first, int end, List<SeenRange> seen) {
        load(images, first, end);
        for (int i = 0; i < layers.size(); i++) {
            RangeObserver observer = new RangeObserver(end - first);
            run(i, observer);
            observer.report(seen.get(i));
        }
    }

    private void run(int node, AccumulatorObserver observer) {
        List<Activations> inputs = network.nodes().get(node).inputs().stream()
                .map(activations::get)
                .toList();
        layers.get(node).run(inputs, activations.get(node + 1), scratch, observer);
    }

    /** A raw logit of the image in this column. */
    long logit(int column, int logit) {
        return activations.get(activations.size() - 1).get(logit, column);
    }

    private void load(LabeledImages images, int first, int end) {
        Activations input = activations.get(0);
        int channelPixels = images.shape().height() * images.shape().width();
        for (int i = 0; i < images.shape().size(); i++) {
            long[] raw = rawByPixel[i / channelPixels];
            for (int image = first; image < end; image++) {
                input.set(i, image - first, raw[images.pixel(image, i)]);
            }
        }
    }
}
