/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which values are still to be taken behind the first layers: of a chain one, where paths are side by side several. What a
 * search decides for the first layers matters to the others only by the lanes of these values.
 */
final class LiveValues {
    private final QuantizedNetwork network;
    private final int pixelLanes;
    private final List<List<Integer>> live;

    /** @param pixelLanes of the image's words */
    LiveValues(QuantizedNetwork network, int pixelLanes) {
        this.network = network;
        this.pixelLanes = pixelLanes;
        this.live = IntStream.rangeClosed(0, network.nodes().size())
                .mapToObj(this::after)
                .toList();
    }

    /** Lanes of the live values before the first layer. */
    List<Integer> start() {
        return List.of(pixelLanes);
    }

    /**
     * Lanes that reach a layer, by input.
     *
     * @param lanes of the values that are live before it
     */
    List<Integer> inputs(int layer, List<Integer> lanes) {
        return network.nodes().get(layer).inputs().stream()
                .map(value -> lanes.get(live.get(layer).indexOf(value)))
                .toList();
    }

    /** Lanes of the values that are live behind a layer that sends so many. */
    List<Integer> behind(int layer, List<Integer> lanes, int outLanes) {
        List<Integer> behind = new ArrayList<>();
        for (int value : live.get(layer + 1)) {
            behind.add(value == layer + 1 ? outLanes : lanes.get(live.get(layer).indexOf(value)));
        }
        return behind;
    }

    /** Values that are live behind the first layers. */
    List<Integer> values(int layers) {
        return live.get(layers);
    }

    private List<Integer> after(int layers) {
        int last = network.nodes().size();
        return IntStream.rangeClosed(0, layers)
                .filter(value ->
                        value == last || network.readers(value).stream().anyMatch(reader -> reader >= layers))
                .boxed()
                .toList();
    }
}
