/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

/**
 * Text that goes into the page as it is. All else is escaped.
 *
 * @param text HTML, or what an HTML element holds
 */
public record Markup(String text) {}
