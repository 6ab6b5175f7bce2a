/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the engine computes for a batch, layer by layer, for comparison. */
public final class SampleGradients {
    private final Map<String, List<Double>> first = new LinkedHashMap<>();
    private final Architecture architecture;

    private SampleGradients(Architecture architecture) {
        this.architecture = architecture;
    }

    /** Gradients of a batch of all these images. */
    public static SampleGradients of(Network network, LabeledImages images) {
        SampleGradients result = new SampleGradients(network.architecture());
        Model model = ModelBuilder.of(network);
        try (ShardedModel sharded = new ShardedModel(model, 1)) {
            sharded.learn(ImageLoader.plain(images), SampleNetworks.first(images.count()), 0);
            List<List<Shape>> inputs = network.architecture().inputShapes();
            for (int i = 0; i < inputs.size(); i++) {
                Layer layer = network.architecture().layers().get(i);
                layer.parameters(inputs.get(i)).stream()
                        .limit(1)
                        .map(spec -> model.table().block(layer, spec.name()))
                        .forEach(block -> result.first.put(layer.name(), values(sharded.gradient(), block)));
            }
        }
        return result;
    }

    private static List<Double> values(float[] gradient, ParameterBlock block) {
        List<Double> values = new ArrayList<>();
        for (int i = block.at(); i < block.end(); i++) {
            values.add((double) gradient[i]);
        }
        return values;
    }

    /** Layers that learn. */
    public List<String> layers() {
        return List.copyOf(first.keySet());
    }

    /** Gradient by a layer's weights, or by the scale of a batch normalization. */
    public List<Double> first(String layer) {
        return first.get(layer);
    }

    public boolean isNormalization(String layer) {
        return architecture.layers().stream().anyMatch(each -> each.name().equals(layer) && each instanceof BatchNorm);
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
