/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Requests at 10 ns on a Zynq-7020. */
final class SampleRequests {
    private SampleRequests() {}

    /** With a target or limit; 0 is none. */
    static HardwareRequest of(double imagesPerSecond, int multipliers, long latency) {
        return new HardwareRequest(
                SampleParts.ZYNQ_7020,
                10,
                imagesPerSecond > 0 ? OptionalDouble.of(imagesPerSecond) : OptionalDouble.empty(),
                multipliers > 0 ? OptionalInt.of(multipliers) : OptionalInt.empty(),
                latency > 0 ? OptionalLong.of(latency) : OptionalLong.empty(),
                Limits.NONE,
                Map.of(),
                1);
    }
}
