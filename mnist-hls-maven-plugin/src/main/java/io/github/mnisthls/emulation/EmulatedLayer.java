/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.List;

/** One layer, prepared for computing many images. Immutable. */
interface EmulatedLayer {
    /** In which form a layer can read its inputs. */
    enum Reads {
        INTS,
        LONGS,
        EITHER
    }

    Reads reads();

    /** Number of rows under its largest window; 0 if it has none. */
    default int windowSize() {
        return 0;
    }

    /** Computes all images. The observer sees every row of accumulators, before the clamp and the conversion. */
    void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer);
}
