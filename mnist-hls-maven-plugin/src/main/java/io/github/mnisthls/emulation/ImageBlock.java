/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;

/** One thread's buffers for a number of images that are computed side by side. */
final class ImageBlock {
    private final List<EmulatedLayer> layers;
    private final List<Activations> activations = new ArrayList<>();
    private final Scratch scratch;
    private final long[] rawByPixel;
    private final int values;

    ImageBlock(QuantizedNetwork network, List<EmulatedLayer> layers, int images) {
        this.layers = layers;
        rawByPixel = network.input().table(0).toArray();
        values = network.input().shape().size();
        activations.add(Activations.create(layers.get(0).narrow(), values, images));
        for (int i = 0; i < layers.size(); i++) {
            QuantizedLayer layer = network.layers().get(i);
            boolean last = i + 1 == layers.size();
            boolean narrow = !last && layers.get(i + 1).narrow();
            activations.add(Activations.create(narrow, layer.output().size(), images));
        }
        scratch = new Scratch(
                images,
                layers.stream().mapToInt(EmulatedLayer::windowSize).max().orElseThrow());
    }

    /** Computes the images from {@code first} to before {@code end}. */
    void run(LabeledImages images, int first, int end) {
        load(images, first, end);
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).run(activations.get(i), activations.get(i + 1), scratch, AccumulatorObserver.NONE);
        }
    }

    /** As {@link #run}, and reports the accumulators' ranges, one per layer. */
    void observe(LabeledImages images, int first, int end, List<SeenRange> seen) {
        load(images, first, end);
        for (int i = 0; i < layers.size(); i++) {
            RangeObserver observer = new RangeObserver(end - first);
            layers.get(i).run(activations.get(i), activations.get(i + 1), scratch, observer);
            observer.report(seen.get(i));
        }
    }

    /** A raw logit of the image in this column. */
    long logit(int column, int logit) {
        return activations.get(activations.size() - 1).get(logit, column);
    }

    private void load(LabeledImages images, int first, int end) {
        Activations input = activations.get(0);
        for (int i = 0; i < values; i++) {
            for (int image = first; image < end; image++) {
                input.set(i, image - first, rawByPixel[images.pixel(image, i)]);
            }
        }
    }
}
