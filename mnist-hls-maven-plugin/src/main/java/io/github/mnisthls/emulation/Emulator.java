/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.Chunks;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RawRange;
import java.util.ArrayList;
import java.util.List;

/** Computes a quantized network on many images, bit for bit as the hardware does. Immutable and safe for threads. */
public final class Emulator {
    private static final int MAX_BLOCK = 128;
    /** Values that one thread keeps at a time, so that large networks take fewer images at once. */
    private static final int MAX_VALUES = 1 << 23;

    private final QuantizedNetwork network;
    private final List<EmulatedLayer> layers = new ArrayList<>();

    public Emulator(QuantizedNetwork network) {
        this.network = network;
        for (QuantizedLayer layer : network.layers()) {
            layers.add(EmulatedLayers.of(layer));
        }
    }

    /** The raw logits of one image. */
    public long[] logits(LabeledImages images, int image) {
        return run(images.select(image), 1).logits();
    }

    /**
     * What a look at every accumulator gives besides the logits.
     *
     * @param accumulators for each layer the smallest and largest accumulator, before ReLU and conversion
     */
    public record Observed(Predictions predictions, List<RawRange> accumulators) {
        public Observed {
            accumulators = List.copyOf(accumulators);
        }
    }

    /**
     * The raw logits of all images.
     *
     * @param images  of the network's input shape
     * @param threads at least 1; the result does not depend on it
     */
    public Predictions run(LabeledImages images, int threads) {
        return run(images, threads, ImageBlock::run);
    }

    /** As {@link #run}, and watches the accumulators. */
    public Observed observe(LabeledImages images, int threads) {
        List<SeenRange> seen = layers.stream().map(layer -> new SeenRange()).toList();
        Predictions predictions =
                run(images, threads, (block, all, first, end) -> block.observe(all, first, end, seen));
        return new Observed(predictions, seen.stream().map(SeenRange::range).toList());
    }

    /** Computes the images from {@code first} to before {@code end}. */
    private interface Pass {
        void run(ImageBlock block, LabeledImages images, int first, int end);
    }

    private Predictions run(LabeledImages images, int threads, Pass pass) {
        check(images);
        int classes = network.classes();
        long[] logits = new long[images.count() * classes];
        int block = blockSize(images.count());
        Chunks.forEach("in integers", images.count(), block, threads, () -> {
            ImageBlock buffers = new ImageBlock(network, layers, block);
            return (first, end) -> {
                pass.run(buffers, images, first, end);
                for (int image = first; image < end; image++) {
                    for (int c = 0; c < classes; c++) {
                        logits[image * classes + c] = buffers.logit(image - first, c);
                    }
                }
            };
        });
        return new Predictions(network.last().outputFormat(), classes, logits);
    }

    private void check(LabeledImages images) {
        if (!images.shape().equals(network.input().shape()) || images.count() == 0) {
            throw new IllegalArgumentException("network " + network.name() + " takes images of "
                    + Shape.named(network.input().shape(), ", but got " + images.count() + " of ", images.shape()));
        }
    }

    private int blockSize(int images) {
        long values = network.input().shape().size();
        for (QuantizedLayer layer : network.layers()) {
            values += layer.output().size();
        }
        return (int) Math.max(1, Math.min(Math.min(MAX_BLOCK, images), MAX_VALUES / values));
    }
}
