/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;

/** An image inside a larger one: what padding adds, or cropping takes away. */
final class Frame {
    final Shape outer;
    private final Shape inner;
    private final Padding padding;

    Frame(Shape inner, Padding padding) {
        this.inner = inner;
        this.padding = padding;
        this.outer = new Shape(
                inner.channels(),
                inner.height() + padding.top() + padding.bottom(),
                inner.width() + padding.left() + padding.right());
    }

    /** Whether the larger image is no larger. */
    boolean isNone() {
        return padding.isNone();
    }

    /** Length of an array that holds the framed image of a shard; 0 where there is no frame. */
    int scratchSize() {
        return isNone() ? 0 : Offsets.size(outer);
    }

    /** The framed image: written to the scratch array; without a frame, the image itself. */
    float[] framed(float[] plain, float[] scratch) {
        if (isNone()) {
            return plain;
        }
        enclose(plain, scratch);
        return scratch;
    }

    /** Writes the image into the frame and leaves what is around it. */
    void enclose(float[] plain, float[] framed) {
        copyRows(plain, framed, true);
    }

    /** Reads the image out of the frame. */
    void extract(float[] framed, float[] plain) {
        copyRows(plain, framed, false);
    }

    private void copyRows(float[] plain, float[] framed, boolean enclose) {
        int length = inner.width() * LANES;
        for (int channel = 0; channel < inner.channels(); channel++) {
            for (int row = 0; row < inner.height(); row++) {
                int at = (channel * inner.height() + row) * length;
                int framedRow = channel * outer.height() + row + padding.top();
                int framedAt = (framedRow * outer.width() + padding.left()) * LANES;
                if (enclose) {
                    System.arraycopy(plain, at, framed, framedAt, length);
                } else {
                    System.arraycopy(framed, framedAt, plain, at, length);
                }
            }
        }
    }
}
