/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.training.engine.SampleGradients.Learned;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares the engine's gradients with DL4J's. */
final class SameGradients {
    private static final Map<String, String> DL4J_NAMES = Map.of(
            ParameterSpec.WEIGHTS, "W",
            ParameterSpec.SLOPE, "W",
            ParameterSpec.BIAS, "b",
            ParameterSpec.GAMMA, "gamma",
            ParameterSpec.BETA, "beta");

    private SameGradients() {}

    /**
     * Compares every array. DL4J sums gradients over the batch, the engine takes the mean.
     *
     * @param prefix what DL4J calls a layer
     */
    static void check(List<Learned> expected, int batch, UnaryOperator<String> prefix, Gradient gradient) {
        for (Learned learned : expected) {
            String name = prefix.apply(learned.layer()) + "_"
                    + DL4J_NAMES.get(learned.spec().name());
            INDArray values =
                    ordered(gradient.getGradientFor(name), learned.spec().order());
            float[] actual = values.dup('c').reshape(values.length()).toFloatVector();
            List<Double> wanted = learned.gradient();
            assertThat(actual).as(name).hasSize(wanted.size());
            for (int i = 0; i < actual.length; i++) {
                assertThat((double) actual[i] / batch)
                        .as("%s value %d", name, i)
                        .isCloseTo(wanted.get(i), within(1e-3 * learned.norm() + 1e-6));
            }
        }
        assertThat(expected).filteredOn(learned -> learned.norm() > 1e-3).hasSizeGreaterThan(expected.size() / 2);
    }

    /** DL4J's dense weights lie input by output, its depthwise ones row, column, channel, multiple. */
    private static INDArray ordered(INDArray gradient, ParameterSpec.Order order) {
        return switch (order) {
            case DENSE -> gradient.transpose();
            case DEPTHWISE -> gradient.permute(2, 3, 0, 1);
            case CONVOLUTION, OUTPUT, FEATURE -> gradient;
        };
    }
}
