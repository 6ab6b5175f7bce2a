/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.Unit;
import java.io.IOException;
import java.util.List;

/** Has units done, several at a time. What comes of them is told by their results alone. Not safe for threads. */
public interface Executor extends AutoCloseable {
    /** Whether it takes units before those have ended whose results they take. */
    boolean queuesBehind();

    /** Takes units; those whose results others take come before them. */
    void submit(List<Unit> units) throws IOException, InterruptedException;

    /** Waits until something has happened to units that it took; gives those that ended, which may be none. */
    List<Ended> await() throws IOException, InterruptedException;

    /** How many units are worked on now, as far as it knows. */
    int running();

    /** Ends all that it took and that has not ended, unless it ends by itself with this JVM. */
    @Override
    void close();
}
