/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;

/** Finds the image that a vector was before it was flattened. */
public final class Flattening {
    private static final KeepsOrder KEEPS_ORDER = new KeepsOrder();

    private Flattening() {}

    /**
     * Shape of the image whose values this value of the graph holds as a vector; its own if it never was an image.
     *
     * @throws InvalidSettingException if several images were joined in it, each in an order of its own
     */
    static Shape imageOf(Architecture architecture, int value) {
        List<Shape> shapes = architecture.shapes();
        int at = value;
        while (at > 0
                && shapes.get(at).isVector()
                && keepsOrder(architecture.nodes().get(at - 1).layer())) {
            Node node = architecture.nodes().get(at - 1);
            if (node.inputs().size() > 1) {
                checkNoImage(architecture, node);
                return shapes.get(at);
            }
            at = node.inputs().get(0);
        }
        return shapes.get(at);
    }

    private static void checkNoImage(Architecture architecture, Node node) {
        for (int input : node.inputs()) {
            if (!imageOf(architecture, input).isVector()) {
                throw new InvalidSettingException("Layer '" + node.layer().name()
                        + "' joins images that were flattened, and the file's layout has another flatten order than CHW."
                        + " Join the images before they are flattened, or export the model with CHW order.");
            }
        }
    }

    /** Whether a layer treats each value by itself, so that what was an image's order remains it. */
    public static boolean keepsOrder(Layer layer) {
        return layer.accept(KEEPS_ORDER);
    }

    private static final class KeepsOrder implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean flatten(Flatten layer) {
            return true;
        }

        @Override
        public Boolean batchNorm(BatchNorm layer) {
            return true;
        }

        @Override
        public Boolean elementwise(ElementwiseLayer layer) {
            return true;
        }

        @Override
        public Boolean prelu(Prelu layer) {
            return true;
        }

        @Override
        public Boolean dropout(Dropout layer) {
            return true;
        }

        @Override
        public Boolean add(Add layer) {
            return true;
        }

        @Override
        public Boolean concat(Concat layer) {
            return true;
        }
    }
}
