/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Largest value of each window, channel by channel, without padding. */
public record MaxPool(String name, Window window) implements Layer {
    public MaxPool {
        Names.check(name);
        Names.checkUnpadded(name, window);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, input.channels());
    }
}
