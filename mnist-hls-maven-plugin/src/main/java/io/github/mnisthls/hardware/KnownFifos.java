/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * FIFO depths of the plans of one network so far: many targets and parts lead to the same foldings, and depths are found by
 * simulations, which take longer than all else. Not for several threads.
 */
final class KnownFifos {
    private final Map<Key, Sized> known = new HashMap<>();
    private Optional<QuantizedNetwork> network = Optional.empty();

    /** All that depths follow from, but for the network. */
    record Key(List<Folding> foldings, int pixelsPerBeat, DspSlice slice) {
        Key {
            foldings = List.copyOf(foldings);
        }
    }

    /**
     * What was found.
     *
     * @param depths   by stream, in words
     * @param latency  cycles that one image takes
     * @param dataflow with these depths
     */
    record Sized(List<Integer> depths, long latency, Dataflow dataflow) {
        Sized {
            depths = List.copyOf(depths);
        }

        static Sized of(FifoDepths fifos, int... wordBits) {
            int[] depths = fifos.smallest(wordBits);
            return new Sized(IntStream.of(depths).boxed().toList(), fifos.latency(), fifos.dataflow(depths));
        }
    }

    /** What is known, or what is found now. */
    // To compare all weights would take longer than what it spares, and each plan of an exploration has the same
    // object.
    @SuppressWarnings("ReferenceEquality")
    Sized of(QuantizedNetwork ofNetwork, Key key, Supplier<Sized> search) {
        if (network.filter(before -> before == ofNetwork).isEmpty()) {
            known.clear();
            network = Optional.of(ofNetwork);
        }
        return known.computeIfAbsent(key, unknown -> search.get());
    }
}
