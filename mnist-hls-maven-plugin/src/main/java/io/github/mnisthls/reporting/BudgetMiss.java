/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

/**
 * A figure that misses its limit.
 *
 * @param figure its name in {@code <budget>}
 * @param text   a sentence: figure, limit, layer or module, how to mend it
 */
public record BudgetMiss(String figure, String text) {}
