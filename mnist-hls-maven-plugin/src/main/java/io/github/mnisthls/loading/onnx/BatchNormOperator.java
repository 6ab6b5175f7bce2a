/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NormParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Normalization by the statistics of the training. */
final class BatchNormOperator implements Operator {
    @Override
    public Signal read(OnnxNode node, LayerCollector network) {
        String remedy = "Export the model in evaluation mode.";
        node.attributes().only("training_mode", 0, remedy);
        node.attributes().only("spatial", 1, "Export the model with a newer opset version.");
        node.attributes().ignore("momentum");
        double epsilon = node.attributes().number("epsilon", BatchNorm.DEFAULT_EPSILON);
        Signal in = node.signal(0);
        if (in.rank() < 2) {
            throw new NotReadable("its input has the shape " + in.extents(), "Export the model again.");
        }
        int count = in.extents().get(1);
        FloatVector gamma = values(node, 1, "scale", in, network);
        int target = Channels.target(node, network, in, gamma.size());
        if (node.constant(1, "scale").size() != count || network.shape(target).channels() != gamma.size()) {
            throw new NotReadable(
                    "scale has " + node.constant(1, "scale").size() + " values for " + in.extents(),
                    "Export the model again.");
        }
        NormParameters norm = new NormParameters(
                gamma,
                values(node, 2, "B", in, network),
                values(node, 3, "mean", in, network),
                values(node, 4, "var", in, network));
        int value = network.add(node, name -> new BatchNorm(name, epsilon), norm.values(), List.of(target));
        return in.of(value, in.shape());
    }

    /** One value for each channel of the layer, whose input may be an image that was flattened. */
    private static FloatVector values(OnnxNode node, int index, String what, Signal in, LayerCollector network) {
        Tensor given = node.constant(index, what);
        given.floats(what);
        // Along the axis of the channels, which is the second one of whatever there is.
        List<Integer> extents = new ArrayList<>(Collections.nCopies(in.rank(), 1));
        extents.set(1, given.size());
        boolean perFeature = in.axes().get(1).size() > 1;
        double[] spread = perFeature
                ? Channels.each(given.reshaped(extents), in)
                : Channels.spread(what, given.reshaped(extents), in);
        return Tensor.floats(what, Channels.fit(spread, perFeature ? spread.length : channels(network, in)));
    }

    private static int channels(LayerCollector network, Signal in) {
        int channels = network.shape(in.value()).channels();
        return Arrays.asList(in.shape().channels(), in.shape().size()).contains(channels)
                ? channels
                : in.shape().channels();
    }
}
