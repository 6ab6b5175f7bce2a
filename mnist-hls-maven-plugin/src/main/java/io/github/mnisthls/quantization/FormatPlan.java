/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The formats of all weights and results.
 *
 * @param input  of the pixels
 * @param stages one per stage
 */
public record FormatPlan(FixedPointFormat input, List<Formats> stages) {
    /**
     * The formats of one stage.
     *
     * @param weights       none for pooling
     * @param outputs       none where the accumulator is passed on as it is
     * @param demandWeights whether the user named the type of the weights
     * @param demandOutputs whether the user named the type of the results
     * @param keepsWeights  whether weights and bias are kept as they are: the one in its format, the other if it can be
     */
    public record Formats(
            Optional<WeightFormat> weights,
            Optional<FixedPointFormat> outputs,
            boolean demandWeights,
            boolean demandOutputs,
            boolean keepsWeights) {
        private Formats asIn(QuantizedLayer layer) {
            return new Formats(
                    layer.trained()
                            .map(trained -> new WeightFormat(
                                    trained.weightFormat(),
                                    weights.orElseThrow().signs())),
                    outputs,
                    demandWeights,
                    demandOutputs,
                    keepsWeights);
        }
    }

    public FormatPlan {
        stages = List.copyOf(stages);
    }

    static FormatPlan of(Network folded, List<Stage> stages, Precision precision, Calibration calibration) {
        return new FormatPlanner(folded, stages, precision, calibration).plan();
    }

    /** Writes a file that {@link #read} reads. */
    public void write(Path file) {
        AtomicFile.write(file, Json.write(NetworkJson.write(this)));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the file is none of that
     */
    public static FormatPlan read(Path file) {
        return NetworkJson.readFormats(Json.read(file, ObjectNode.class));
    }

    Formats formats(int stage) {
        return stages.get(stage);
    }

    /** With the formats that weights have got in the end. */
    FormatPlan asIn(QuantizedNetwork network) {
        return new FormatPlan(
                input,
                IntStream.range(0, stages.size())
                        .mapToObj(i -> stages.get(i).asIn(network.layers().get(i)))
                        .toList());
    }
}
