/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.training.engine.SampleGradients;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as DL4J's users build them, with images for them. */
final class Dl4jSamples {
    static final int IMAGES = 9;
    static final int CLASSES = 4;

    /** No two extents alike, so that no order can be taken for another. */
    static final Shape INPUT = new Shape(2, 9, 7);

    private Dl4jSamples() {}

    static InputType type(CNN2DFormat format) {
        return InputType.convolutional(INPUT.height(), INPUT.width(), INPUT.channels(), format);
    }

    static NeuralNetConfiguration.Builder common() {
        return new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(0.01))
                .activation(Activation.IDENTITY)
                .l2(1e-4);
    }

    /** From layers and builders of layers. */
    static Layer[] layers(Object... parts) {
        return Stream.of(parts)
                .map(part -> part instanceof Layer layer ? layer : ((Layer.Builder<?>) part).build())
                .toArray(Layer[]::new);
    }

    static MultiLayerNetwork network(CNN2DFormat format, Layer... layers) {
        return network(type(format), layers);
    }

    /** With values everywhere that a wrong order or a forgotten one would change. */
    static MultiLayerNetwork network(InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = common().list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        randomize(network.paramTable());
        return network;
    }

    static void randomize(Map<String, INDArray> parameters) {
        Random random = new Random(11);
        parameters.forEach((name, values) -> {
            for (long i = 0; i < values.length(); i++) {
                double value = random.nextGaussian() / 2;
                boolean deviation = name.endsWith("_log10stdev");
                values.putScalar(i, name.endsWith("_var") ? 0.1 + value * value : deviation ? value / 4 : value);
            }
        });
    }

    /** What DL4J gave is what this project computes, to a few units in the last place of what is between. */
    static void assertSame(Network read, LabeledImages images, INDArray expected) {
        double[][] probabilities = SampleGradients.probabilities(read, images);
        INDArray rows = expected.dup('c').reshape(IMAGES, CLASSES);
        for (int i = 0; i < IMAGES; i++) {
            for (int label = 0; label < CLASSES; label++) {
                assertThat(probabilities[i][label])
                        .as("image %d, class %d", i, label)
                        .isCloseTo(rows.getDouble(i, label), within(1e-5));
            }
        }
    }

    static Layer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static LabeledImages images() {
        byte[] pixels = new byte[IMAGES * INPUT.size()];
        new Random(2).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[IMAGES]);
    }

    static INDArray pixels(LabeledImages images, CNN2DFormat format) {
        float[] values = new float[IMAGES * INPUT.size()];
        for (int i = 0; i < IMAGES; i++) {
            for (int p = 0; p < INPUT.size(); p++) {
                values[i * INPUT.size() + p] = images.pixel(i, p) / 255f;
            }
        }
        long[] extents = {IMAGES, INPUT.channels(), INPUT.height(), INPUT.width()};
        INDArray result = Nd4j.create(values, extents, 'c');
        return format == CNN2DFormat.NCHW ? result : result.permute(0, 2, 3, 1).dup('c');
    }
}
