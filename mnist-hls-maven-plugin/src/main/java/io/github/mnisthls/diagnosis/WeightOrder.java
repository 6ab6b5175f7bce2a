/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Orders in which a file may hold weights; each gives the network that is meant if they are in it. */
enum WeightOrder {
    ROWS_AND_COLUMNS_SWAPPED("rows and columns of the kernels are swapped", true) {
        @Override
        int kernel(Extents of, int o, int i, int h, int w) {
            return of.rows == of.columns ? of.at(o, i, w, h) : of.at(o, i, h, w);
        }
    },
    KERNELS_TURNED("kernels are turned by 180 degrees, as for a true convolution", true) {
        @Override
        int kernel(Extents of, int o, int i, int h, int w) {
            return of.at(o, i, of.rows - 1 - h, of.columns - 1 - w);
        }
    },
    HWIO("kernels are in the order row, column, input, output", true) {
        @Override
        int kernel(Extents of, int o, int i, int h, int w) {
            return ((h * of.columns + w) * of.inputs + i) * of.outputs + o;
        }
    },
    OHWI("kernels are in the order output, row, column, input", true) {
        @Override
        int kernel(Extents of, int o, int i, int h, int w) {
            return ((o * of.rows + h) * of.columns + w) * of.inputs + i;
        }
    },
    IOHW("kernels are in the order input, output, row, column", true) {
        @Override
        int kernel(Extents of, int o, int i, int h, int w) {
            return ((i * of.outputs + o) * of.rows + h) * of.columns + w;
        }
    },
    DENSE_TRANSPOSED("weights of dense layers are in the order input, output", true) {
        @Override
        int matrix(Extents of, int o, int n) {
            return n * of.outputs + o;
        }
    },
    ROW_COLUMN_CHANNEL("values are flattened in the order row, column, channel", false) {
        @Override
        int flattened(Shape from, int c, int h, int w) {
            return (h * from.width() + w) * from.channels() + c;
        }
    },
    CHANNEL_COLUMN_ROW("values are flattened in the order channel, column, row", false) {
        @Override
        int flattened(Shape from, int c, int h, int w) {
            return (c * from.width() + w) * from.height() + h;
        }
    };

    private final String words;
    private final boolean isOfWeights;

    WeightOrder(String words, boolean isOfWeights) {
        this.words = words;
        this.isOfWeights = isOfWeights;
    }

    /** Extents of a layer's weights. */
    record Extents(int outputs, int inputs, int rows, int columns) {
        int at(int o, int i, int h, int w) {
            return ((o * inputs + i) * rows + h) * columns + w;
        }
    }

    /** What is supposed, as a sentence without its end. */
    String words() {
        return words;
    }

    Symptom.Kind kind() {
        return isOfWeights ? Symptom.Kind.TRANSPOSED_WEIGHTS : Symptom.Kind.FLATTEN_ORDER;
    }

    /** Where the weight of a convolution is. */
    int kernel(Extents of, int o, int i, int h, int w) {
        return of.at(o, i, h, w);
    }

    /** Where the weight of a dense layer is. */
    int matrix(Extents of, int o, int n) {
        return o * of.inputs + n;
    }

    /** Where a value is, once it is flattened. */
    int flattened(Shape from, int c, int h, int w) {
        return (c * from.height() + h) * from.width() + w;
    }

    /** The network that is meant; empty if it is the same. */
    Optional<Network> read(Network network) {
        Architecture architecture = network.architecture();
        Map<String, Parameters> changed = new TreeMap<>(network.parameters());
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            Shape input = architecture.inputShapes().get(i).get(0);
            Shape before = beforeFlattening(architecture, i);
            int[] source = layer.accept(new Sources(input, before));
            if (source.length > 0) {
                changed.put(layer.name(), moved(network, layer, source));
            }
        }
        return changed.equals(network.parameters())
                ? Optional.empty()
                : Optional.of(new Network(architecture, changed));
    }

    /** The shape of what a layer takes, before it was made a vector. */
    private static Shape beforeFlattening(Architecture architecture, int node) {
        List<Shape> shapes = architecture.shapes();
        int value = architecture.nodes().get(node).inputs().get(0);
        int size = shapes.get(value).size();
        while (shapes.get(value).isVector() && value > 0) {
            int before = architecture.nodes().get(value - 1).inputs().get(0);
            if (shapes.get(before).size() != size) {
                break;
            }
            value = before;
        }
        return shapes.get(value);
    }

    private static NamedParameters moved(Network network, Layer layer, int... source) {
        Map<String, FloatVector> own =
                new TreeMap<>(network.parameters().get(layer.name()).values());
        FloatVector weights = own.get(ParameterSpec.WEIGHTS);
        float[] result = new float[source.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = weights.get(source[i]);
        }
        own.put(ParameterSpec.WEIGHTS, FloatVector.of(result));
        return new NamedParameters(own);
    }

    /** For each weight where it is; nothing for layers that have none in an order. */
    private final class Sources implements Layer.PartialVisitor<int[]> {
        private final Shape input;
        private final Shape before;

        Sources(Shape input, Shape before) {
            this.input = input;
            this.before = before;
        }

        @Override
        public int[] other(Layer layer) {
            return new int[0];
        }

        @Override
        public int[] conv2d(Conv2d layer) {
            Extents of = new Extents(
                    layer.filters(),
                    input.channels(),
                    layer.window().kernelHeight(),
                    layer.window().kernelWidth());
            int[] source = new int[of.outputs * of.inputs * of.rows * of.columns];
            for (int k = 0; k < source.length; k++) {
                int w = k % of.columns;
                int h = k / of.columns % of.rows;
                int i = k / of.columns / of.rows % of.inputs;
                source[k] = kernel(of, k / of.columns / of.rows / of.inputs, i, h, w);
            }
            return source;
        }

        @Override
        public int[] dense(Dense layer) {
            Extents of = new Extents(layer.units(), input.size(), 1, 1);
            int[] source = new int[of.outputs * of.inputs];
            for (int k = 0; k < source.length; k++) {
                int n = k % of.inputs;
                int w = n % before.width();
                int h = n / before.width() % before.height();
                source[k] = matrix(of, k / of.inputs, flattened(before, n / before.width() / before.height(), h, w));
            }
            return source;
        }
    }
}
