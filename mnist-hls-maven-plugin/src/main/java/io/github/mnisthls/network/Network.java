/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A trained float32 network. Every layer that has trained values has them here, in the sizes that it needs.
 *
 * @param parameters    by layer name
 * @param weightFormats by layer name, of those layers whose weights were trained for a format: all of them lie on its grid
 */
public record Network(
        Architecture architecture, Map<String, Parameters> parameters, Map<String, FixedPointFormat> weightFormats) {
    public Network {
        Map<String, Parameters> checked = new TreeMap<>();
        List<List<Shape>> inputs = architecture.inputShapes();
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            List<ParameterSpec> specs = layer.parameters(inputs.get(i));
            NamedParameters own = select(layer, specs, parameters.get(layer.name()));
            if (!specs.isEmpty()) {
                checked.put(layer.name(), own);
            }
        }
        if (!checked.keySet().containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("trained values of layers that have none: " + parameters.keySet()
                    + ", expected " + checked.keySet());
        }
        parameters = Map.copyOf(checked);
        weightFormats = Collections.unmodifiableMap(new TreeMap<>(weightFormats));
        weightFormats.forEach((layer, format) -> checkGrid(layer, checked.get(layer), format));
    }

    /** A network whose weights may be rounded to any format. */
    public Network(Architecture architecture, Map<String, Parameters> parameters) {
        this(architecture, parameters, Map.of());
    }

    private static void checkGrid(String layer, Parameters own, FixedPointFormat format) {
        FloatVector weights = own == null ? null : own.values().get(ParameterSpec.WEIGHTS);
        if (weights == null) {
            throw new InvalidSettingException(
                    "weight format of layer '" + layer + "'",
                    format,
                    "there is no layer with weights of that name",
                    "Remove the format, or correct the name.");
        }
        for (int i = 0; i < weights.size(); i++) {
            if (format.toDouble(format.quantize(weights.get(i))) != weights.get(i)) {
                throw new InvalidSettingException(
                        "weight format of layer '" + layer + "'",
                        format,
                        "its weight " + weights.get(i) + " is not a value of it",
                        "Export the model again, or remove the format.");
            }
        }
    }

    /** What the layer asks for; a bias of zeros that it does not ask for may be there. */
    private static NamedParameters select(Layer layer, List<ParameterSpec> specs, Parameters given) {
        Map<String, FloatVector> values = given == null ? Map.of() : given.values();
        Map<String, FloatVector> own = new TreeMap<>();
        for (ParameterSpec spec : specs) {
            FloatVector vector = values.get(spec.name());
            if (vector == null || vector.size() != spec.size()) {
                throw new InvalidSettingException(
                        spec.name() + " of layer '" + layer.name() + "'",
                        (vector == null ? 0 : vector.size()) + " trained values",
                        "it needs " + spec.size(),
                        "Check the layer's shape against the model file.");
            }
            own.put(spec.name(), vector);
        }
        values.forEach((name, vector) -> {
            if (!own.containsKey(name) && !vector.isZero()) {
                throw new InvalidSettingException(
                        name + " of layer '" + layer.name() + "'",
                        vector.size() + " trained values",
                        "this layer has none",
                        "Check the layer's properties against the model file.");
            }
        });
        return new NamedParameters(own);
    }

    /** The same without what the logits do not depend on. */
    public Network needed() {
        Architecture part = architecture.needed();
        Map<String, Parameters> left = new TreeMap<>(parameters);
        Map<String, FixedPointFormat> formats = new TreeMap<>(weightFormats);
        List<String> names = part.layers().stream().map(Layer::name).toList();
        left.keySet().retainAll(names);
        formats.keySet().retainAll(names);
        return new Network(part, left, formats);
    }

    /** The same network behind pixels that are scaled so. */
    public Network seeing(PixelScaling pixels) {
        return new Network(
                new Architecture(
                        architecture.name(), architecture.input(), pixels, architecture.nodes(), architecture.output()),
                parameters,
                weightFormats);
    }

    /** One array of trained values of a layer that has it. */
    public FloatVector values(Layer layer, String name) {
        Parameters own = parameters.get(layer.name());
        if (own == null || !own.values().containsKey(name)) {
            throw new IllegalArgumentException("layer " + layer.name() + " has no " + name);
        }
        return own.values().get(name);
    }

    /**
     * Weights and bias of a convolution, depthwise convolution or dense layer; zeros where it has no bias.
     *
     * @throws IllegalArgumentException if the layer has no weights
     */
    public AffineParameters affine(Layer layer) {
        FloatVector weights = values(layer, ParameterSpec.WEIGHTS);
        FloatVector bias = parameters.get(layer.name()).values().get(ParameterSpec.BIAS);
        if (bias != null) {
            return new AffineParameters(weights, bias);
        }
        return new AffineParameters(weights, FloatVector.of(new float[outputs(layer.name())]));
    }

    private int outputs(String layer) {
        int node = IntStream.range(0, architecture.nodes().size())
                .filter(i -> architecture.nodes().get(i).layer().name().equals(layer))
                .findFirst()
                .orElseThrow();
        return architecture.shapes().get(node + 1).channels();
    }

    /**
     * Scale, shift and statistics of a batch normalization.
     *
     * @throws IllegalArgumentException if the layer is no batch normalization
     */
    public NormParameters norm(Layer layer) {
        FloatVector variance = values(layer, ParameterSpec.VARIANCE);
        for (int i = 0; i < variance.size(); i++) {
            if (variance.get(i) < 0) {
                throw new InvalidSettingException(
                        "running variance of channel " + i + " of layer '" + layer.name() + "'",
                        variance.get(i),
                        "a variance is never negative",
                        "Export the model again.");
            }
        }
        return new NormParameters(
                values(layer, ParameterSpec.GAMMA),
                values(layer, ParameterSpec.BETA),
                values(layer, ParameterSpec.MEAN),
                variance);
    }
}
