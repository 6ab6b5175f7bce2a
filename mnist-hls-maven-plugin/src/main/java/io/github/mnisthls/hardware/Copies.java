/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.Count;
import io.github.mnisthls.hardware.KernelArgument.ValueType;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The processes that copy a value for all who take it: a stream has one reader. */
final class Copies {
    private static final int DEPTH = 2;

    private Copies() {}

    /**
     * One fewer than there are readers; each sends to a reader and to the next one, the last to two readers.
     *
     * @param layer that gives the value; absent for the image
     * @param lanes values per word
     */
    static List<ProcessDraft> of(QuantizedNetwork network, int value, Optional<String> layer, int lanes) {
        int words = network.values().get(value).shape().size() / lanes;
        return IntStream.range(1, network.readers(value).size())
                .mapToObj(copy -> new ProcessDraft(
                        layer.orElse("pixels") + "_fork" + copy,
                        layer,
                        KernelCall.of(
                                "join.hpp", "Duplicate", new ValueType(value), new Count(words), new Count(lanes)),
                        words,
                        () -> trace(words),
                        DEPTH,
                        value,
                        lanes,
                        ResourceModel.PROCESS))
                .toList();
    }

    private static Trace trace(int words) {
        BitSet all = Trace.bits(words, trip -> true);
        return new Trace(words, List.of(all), List.of(all, all));
    }
}
