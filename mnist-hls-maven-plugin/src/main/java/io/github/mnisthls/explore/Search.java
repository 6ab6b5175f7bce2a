/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.result.Row;
import java.util.List;
import java.util.OptionalInt;

/** Which points are looked at. The same space, seed and results give the same ones. */
public interface Search {
    /**
     * The numbers of the next points; none if enough are known.
     *
     * @param rows of all points so far, by number
     */
    List<Integer> next(List<Row> rows);

    /** How many epochs of fine-tuning the points of the last answer get; empty for all. */
    default OptionalInt finetuneEpochs() {
        return OptionalInt.empty();
    }
}
