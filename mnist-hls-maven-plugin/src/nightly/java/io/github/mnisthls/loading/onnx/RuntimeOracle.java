/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FloatInference;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What ONNX Runtime computes of a file, beside what the network does that was read from it. */
public final class RuntimeOracle {
    private static final int IMAGE_RANK = 4;

    private RuntimeOracle() {}

    /**
     * The largest deviation of an output, as a part of the largest output; NaN if ONNX Runtime gives no number.
     *
     * @throws OrtException if ONNX Runtime does not read the file
     */
    public static double deviation(Path file, LoadedModel model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Operators as the file has them: kernels of joined ones round integers otherwise.
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            try (OrtSession session = environment.createSession(file.toString(), options)) {
                return deviation(environment, session, model);
            }
        }
    }

    private static double deviation(OrtEnvironment environment, OrtSession session, LoadedModel model)
            throws OrtException {
        var input = session.getInputInfo().values().iterator().next();
        long[] extents = ((TensorInfo) input.getInfo()).getShape();
        for (int i = 0; i < extents.length; i++) {
            extents[i] = Math.max(1, extents[i]);
        }
        Shape shape = model.network().architecture().input();
        float[] image = new float[shape.size()];
        Random random = new Random(1);
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        int all = (int) Arrays.stream(extents).reduce(1, (a, b) -> a * b);
        FloatBuffer batch = FloatBuffer.allocate(all);
        while (batch.hasRemaining()) {
            batch.put(image);
        }
        boolean last = extents.length == IMAGE_RANK && model.input().channelsLast();
        double[] own = model.outputs(
                new FloatInference(model.network()).logits(model.input().seen(image, shape, last)));
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, batch.rewind(), extents);
                OrtSession.Result result = session.run(Map.of(input.getName(), tensor))) {
            List<Double> expected = new ArrayList<>();
            flatten(result.get(model.output().number()).getValue(), expected);
            double largest = 1e-30;
            double worst = 0;
            for (int i = 0; i < own.length; i++) {
                if (!Double.isFinite(expected.get(i))) {
                    return Double.NaN;
                }
                largest = Math.max(largest, Math.abs(expected.get(i)));
                worst = Math.max(worst, Math.abs(expected.get(i) - own[i]));
            }
            return worst / largest;
        }
    }

    private static void flatten(Object value, List<Double> target) {
        if (value instanceof Object[] parts) {
            Arrays.stream(parts).forEach(part -> flatten(part, target));
        } else if (value instanceof float[] floats) {
            for (float each : floats) {
                target.add((double) each);
            }
        } else if (value instanceof long[] wholes) {
            Arrays.stream(wholes).forEach(each -> target.add((double) each));
        }
    }
}
