/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;

/**
 * A dataflow design for one part.
 *
 * @param pixelsPerBeat  values of the image that come in at the same time
 * @param layers         in the network's order
 * @param processes      of the dataflow region, in topological order
 * @param streams        FIFOs between them
 * @param intervalCycles cycles between two images
 * @param latencyCycles  cycles from the first pixel of an image to its last logit in an idle design
 * @param multipliers    products per cycle
 * @param estimate       resources, estimated
 * @param dataflow       when the processes are at work
 * @param proved         no other foldings are better; else the search was content with good ones
 */
public record HardwarePlan(
        Part part,
        double clockPeriodNs,
        int pixelsPerBeat,
        List<LayerPlan> layers,
        List<DataflowProcess> processes,
        List<StreamPlan> streams,
        long intervalCycles,
        long latencyCycles,
        int multipliers,
        Resources estimate,
        Dataflow dataflow,
        boolean proved) {
    private static final double NS_PER_SECOND = 1e9;

    public HardwarePlan {
        layers = List.copyOf(layers);
        processes = List.copyOf(processes);
        streams = List.copyOf(streams);
    }

    /** Lanes of the words in which the image reaches the layers. */
    public int inputLanes() {
        return streams.stream()
                .filter(stream -> stream.value() == 0)
                .mapToInt(StreamPlan::lanes)
                .findFirst()
                .orElseThrow();
    }

    public double imagesPerSecond() {
        return NS_PER_SECOND / (clockPeriodNs * intervalCycles);
    }
}
