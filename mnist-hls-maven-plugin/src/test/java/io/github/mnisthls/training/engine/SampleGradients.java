/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the engine computes for a batch, layer by layer, for comparison. */
public final class SampleGradients {
    private static final Set<String> STATISTICS = Set.of(ParameterSpec.MEAN, ParameterSpec.VARIANCE);

    private SampleGradients() {}

    /**
     * Gradient by one array of learned values.
     *
     * @param layer whose it is
     */
    public record Learned(String layer, ParameterSpec spec, List<Double> gradient) {
        /** Its length as a vector. */
        public double norm() {
            return Math.sqrt(
                    gradient.stream().mapToDouble(value -> value * value).sum());
        }
    }

    /** Gradients of a batch of all these images, by all that is learned; statistics are not. */
    public static List<Learned> of(Network network, LabeledImages images) {
        List<Learned> result = new ArrayList<>();
        Model model = ModelBuilder.of(network);
        try (ShardedModel sharded = new ShardedModel(model, 1)) {
            sharded.learn(ImageLoader.plain(images), SampleNetworks.first(images.count()), 0);
            List<List<Shape>> inputs = network.architecture().inputShapes();
            for (int i = 0; i < inputs.size(); i++) {
                Layer layer = network.architecture().layers().get(i);
                for (ParameterSpec spec : layer.parameters(inputs.get(i))) {
                    if (!STATISTICS.contains(spec.name())) {
                        ParameterBlock block = model.table().block(layer, spec.name());
                        result.add(new Learned(layer.name(), spec, values(sharded.gradient(), block)));
                    }
                }
            }
        }
        return result;
    }

    private static List<Double> values(float[] gradient, ParameterBlock block) {
        return IntStream.range(block.at(), block.end())
                .mapToObj(i -> (double) gradient[i])
                .toList();
    }

    /** A network after some steps, so that no parameter has its initial value. */
    public static Network trained(Architecture architecture, int images) {
        Model model = ModelBuilder.random(architecture, 11);
        AdamW optimizer = new AdamW(model.parameters().length);
        ImageLoader loader = ImageLoader.plain(SampleNetworks.images(architecture, images));
        try (ShardedModel sharded = new ShardedModel(model, 1)) {
            for (int step = 0; step < 8; step++) {
                sharded.learn(loader, SampleNetworks.first(images), step);
                optimizer.step(model, sharded.gradient(), 1e-2, 0);
            }
        }
        return model.toNetwork();
    }

    /** Softmax of the logits. */
    public static double[][] probabilities(Network network, LabeledImages images) {
        double[][] result = new double[images.count()][];
        try (Inference inference = new Inference(network, 1)) {
            float[][] logits = inference.logits(images);
            for (int i = 0; i < logits.length; i++) {
                result[i] = softmax(logits[i]);
            }
        }
        return result;
    }

    private static double[] softmax(float[] logits) {
        double[] result = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            result[i] = Math.exp(logits[i]);
            sum += result[i];
        }
        for (int i = 0; i < logits.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /** Masks are random, so frameworks can be compared without them only. */
    public static Architecture withoutDropout(Architecture architecture) {
        List<Layer> layers = architecture.layers().stream()
                .filter(layer -> !(layer instanceof Dropout))
                .toList();
        return new Architecture(architecture.name(), architecture.input(), layers);
    }
}
