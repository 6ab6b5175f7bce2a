/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

import io.github.mnisthls.quantization.Precision;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The widths that were chosen, and why no fewer.
 *
 * @param precision as {@link Precision} reads it
 * @param images    by which they were chosen
 * @param float32   accuracy of the float network on these
 * @param accuracy  with the chosen widths, rounded without any training
 * @param bits      one per set of numbers, in the network's order
 */
public record WidthChoice(String precision, int images, double float32, double accuracy, List<Bits> bits) {
    /**
     * The width of a layer's weights or results.
     *
     * @param of       the key of {@code <precision>}, such as {@code conv1.weights}
     * @param width    in bits
     * @param accuracy with one bit fewer here; empty where there is no fewer
     * @param cost     with one bit fewer here, as a share of what it costs now; empty where it is not known
     */
    public record Bits(String of, int width, OptionalDouble accuracy, OptionalDouble cost) {}

    public WidthChoice {
        bits = List.copyOf(bits);
    }
}
