/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.time.Duration;

/** Where it is shown how far a task is. */
interface Display {
    /** How long a task runs before it is shown, and how often then. */
    Duration period();

    /**
     * The task is so far.
     *
     * @param share from 0 to 1
     * @param text  the same in words
     */
    void show(double share, String text);

    /** The task goes on, and nobody knows for how long. */
    void show(String text);

    /** The task is at its end, or another one speaks. */
    void clear();
}
