/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import io.github.mnisthls.loading.array.NpzFile;
import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.FileInput;
import io.github.mnisthls.loading.layer.FileOutput;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads weights as PyTorch names and orders them, for layers that are told. */
public final class WeightFile {
    private WeightFile() {}

    /**
     * The layers with the weights of a file of safetensors.
     *
     * @throws io.github.mnisthls.loading.layer.NotReadable if it is damaged or does not fit them
     */
    public static LoadedModel safetensors(Path file, WeightTarget target) {
        return fill(SafetensorsFile.read(file), target);
    }

    /**
     * The layers with the weights of an {@code .npz}.
     *
     * @throws io.github.mnisthls.loading.layer.NotReadable if it is damaged or does not fit them
     */
    public static LoadedModel npz(Path file, WeightTarget target) {
        return fill(NpzFile.read(file), target);
    }

    private static LoadedModel fill(Map<String, NumberArray> tensors, WeightTarget target) {
        Architecture architecture = target.architecture();
        StateDict file = new StateDict(tensors);
        List<List<Shape>> inputs = architecture.inputShapes();
        Map<String, Map<String, List<Integer>>> expected = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = architecture.layers().get(i);
            Map<String, List<Integer>> own = ExpectedTensors.of(layer, inputs.get(i));
            if (!own.isEmpty()) {
                expected.put(layer.name(), own);
            }
        }
        Map<String, String> modules = new ModuleChoice(file, expected).choose(target.names());
        Map<String, Parameters> parameters = new TreeMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = architecture.layers().get(i);
            Map<String, FloatVector> own = new TreeMap<>();
            for (ParameterSpec spec : layer.parameters(inputs.get(i))) {
                own.put(spec.name(), file.floats(modules.get(layer.name()), ExpectedTensors.nameOf(spec)));
            }
            if (!own.isEmpty()) {
                parameters.put(layer.name(), new NamedParameters(own));
            }
        }
        return new LoadedModel(new Network(architecture, parameters), modules, FileInput.PLAIN, FileOutput.PLAIN);
    }
}
