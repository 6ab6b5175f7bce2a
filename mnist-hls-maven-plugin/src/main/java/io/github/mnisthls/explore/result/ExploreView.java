/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.reporting.Markup;
import java.util.List;

/**
 * Everything that {@code explore.html.vm} may say (variable: {@code page}).
 *
 * @param title     of the networks
 * @param summary   how many points there are, and how far they are
 * @param frontText what is known of the front
 * @param headers   of the front's table
 * @param front     cells by rows, the number of the point first
 * @param failures  why points have no design, each reason once
 * @param data      all points, as JSON
 * @param style     of the page
 * @param script    of the page
 */
public record ExploreView(
        String title,
        String summary,
        String frontText,
        List<String> headers,
        List<List<String>> front,
        List<String> failures,
        Markup data,
        Markup style,
        Markup script) {
    public ExploreView {
        headers = List.copyOf(headers);
        front = List.copyOf(front);
        failures = List.copyOf(failures);
    }
}
