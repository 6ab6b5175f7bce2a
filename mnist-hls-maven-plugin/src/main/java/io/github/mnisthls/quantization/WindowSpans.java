/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
                window.dilationHeight(),
                window.strideHeight(),
                window.padding().top(),
                input.height(),
                output.height())) {
            for (Interval columns : intervals(
                    window.kernelWidth(),
                    window.dilationWidth(),
                    window.strideWidth(),
                    window.padding().left(),
                    input.width(),
                    output.width())) {
                spans.add(new Span(rows.first(), rows.end(), columns.first(), columns.end()));
            }
        }
        return spans;
    }

    /** How many values of one channel the window at this place of the output sees inside the image. */
    static int valuesInside(Window window, Shape input, int row, int column) {
        Padding padding = window.padding();
        int top = row * window.strideHeight() - padding.top();
        int left = column * window.strideWidth() - padding.left();
        return inside(top, window.kernelHeight(), window.dilationHeight(), input.height())
                * inside(left, window.kernelWidth(), window.dilationWidth(), input.width());
    }

    /** Whether some window sees nothing of the image. */
    static boolean seesPaddingAlone(Window window, Shape input, Shape output) {
        return of(window, input, output).stream()
                .anyMatch(span -> span.firstRow() >= span.endRow() || span.firstColumn() >= span.endColumn());
    }

    private static int inside(int corner, int kernel, int dilation, int extent) {
        return (int) IntStream.range(0, kernel)
                .map(tap -> corner + tap * dilation)
                .filter(place -> place >= 0 && place < extent)
                .count();
    }

    private static Set<Interval> intervals(int kernel, int dilation, int stride, int padding, int input, int output) {
        Set<Interval> intervals = new LinkedHashSet<>();
        for (int position = 0; position < output; position++) {
            int corner = position * stride - padding;
            // Rounded up: the first tap at or behind the edge.
            int first = Math.max(0, Math.floorDiv(-corner + dilation - 1, dilation));
            int end = Math.min(kernel, Math.max(first, Math.floorDiv(input - corner + dilation - 1, dilation)));
            intervals.add(new Interval(first, end));
        }
        return intervals;
    }
}
