/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** Gives batch normalizations the mean and the variance that their inputs have on some images. */
public final class Renormalization {
    private Renormalization() {}

    /** The network with statistics of its own, from the first layer to the last. */
    public static Network of(Network network, LabeledImages images) {
        Network result = network;
        Architecture architecture = network.architecture();
        for (int i = 0; i < architecture.nodes().size(); i++) {
            if (normalizes(architecture, i)) {
                result = renormalized(result, i, images);
            }
        }
        return result;
    }

    private static boolean normalizes(Architecture architecture, int node) {
        return architecture
                .nodes()
                .get(node)
                .layer()
                .parameters(architecture.inputShapes().get(node))
                .stream()
                .anyMatch(spec -> spec.name().equals(ParameterSpec.VARIANCE));
    }

    private static Network renormalized(Network network, int node, LabeledImages images) {
        Architecture architecture = network.architecture();
        Layer layer = architecture.nodes().get(node).layer();
        int value = architecture.nodes().get(node).inputs().get(0);
        FloatInference inference = new FloatInference(network);
        float[][][] activations = inference.buffers(images.count());
        inference.run(images, 0, images.count(), activations);
        int channels = architecture.shapes().get(value).channels();
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        int area = activations[value].length / channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double squares = 0;
            for (int i = channel * area; i < (channel + 1) * area; i++) {
                for (float seen : activations[value][i]) {
                    sum += seen;
                    squares += (double) seen * seen;
                }
            }
            double count = (double) area * images.count();
            mean[channel] = (float) (sum / count);
            variance[channel] = (float) Math.max(0, squares / count - sum / count * (sum / count));
        }
        Map<String, FloatVector> own =
                new TreeMap<>(network.parameters().get(layer.name()).values());
        own.put(ParameterSpec.MEAN, FloatVector.of(mean));
        own.put(ParameterSpec.VARIANCE, FloatVector.of(variance));
        Map<String, Parameters> all = new TreeMap<>(network.parameters());
        all.put(layer.name(), new NamedParameters(own));
        return new Network(architecture, all);
    }
}
