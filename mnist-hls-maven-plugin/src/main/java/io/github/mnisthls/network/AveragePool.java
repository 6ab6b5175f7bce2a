/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Mean value of each window, channel by channel, without padding. */
public record AveragePool(String name, Window window) implements Layer {
    public AveragePool {
        Names.check(name);
        Names.checkUnpadded(name, window);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, input.channels());
    }
}
