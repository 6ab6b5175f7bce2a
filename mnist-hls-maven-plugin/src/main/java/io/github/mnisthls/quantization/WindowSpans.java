/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of a sliding window that lie inside the image, over all of its positions; the rest is padding. */
final class WindowSpans {
    /** Kernel rows and columns, the ends not included. */
    record Span(int firstRow, int endRow, int firstColumn, int endColumn) {
        boolean holds(int row, int column) {
            return row >= firstRow && row < endRow && column >= firstColumn && column < endColumn;
        }
    }

    private record Interval(int first, int end) {}

    private WindowSpans() {}

    /** Every part that occurs, once each. */
    static List<Span> of(Window window, Shape input, Shape output) {
        List<Span> spans = new ArrayList<>();
        for (Interval rows : intervals(
                window.kernelHeight(),
                window.strideHeight(),
                window.padding().top(),
                input.height(),
                output.height())) {
            for (Interval columns : intervals(
                    window.kernelWidth(),
                    window.strideWidth(),
                    window.padding().left(),
                    input.width(),
                    output.width())) {
                spans.add(new Span(rows.first(), rows.end(), columns.first(), columns.end()));
            }
        }
        return spans;
    }

    private static Set<Interval> intervals(int kernel, int stride, int padding, int input, int output) {
        Set<Interval> intervals = new LinkedHashSet<>();
        for (int position = 0; position < output; position++) {
            int corner = position * stride - padding;
            intervals.add(new Interval(Math.max(0, -corner), Math.min(kernel, input - corner)));
        }
        return intervals;
    }
}
