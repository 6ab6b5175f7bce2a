/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;

/**
 * What the check of a budget gave.
 *
 * @param misses    figures beyond their limit
 * @param unchecked limits whose figure was not measured, with the reason; never a success
 */
public record BudgetVerdict(List<BudgetMiss> misses, List<String> unchecked) {
    public BudgetVerdict {
        misses = List.copyOf(misses);
        unchecked = List.copyOf(unchecked);
    }
}
