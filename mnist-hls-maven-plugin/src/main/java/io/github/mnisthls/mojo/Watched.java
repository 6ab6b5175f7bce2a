/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether people watch a build, by the options that Maven itself is quieter for. */
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);

    private final MavenExecutionRequest request;

    Watched(MavenSession session) {
        this.request = session.getRequest();
    }

    /** No to {@code -B}, {@code -ntp} and {@code -q}, and where modules are built side by side, whose bars would mix. */
    boolean byPeople() {
        return request.isInteractiveMode()
                && !quietTransfers()
                && LOG.isInfoEnabled()
                && request.getDegreeOfConcurrency() <= 1;
    }

    /** Maven keeps the option {@code -ntp} nowhere else. */
    private boolean quietTransfers() {
        Object listener = request.getTransferListener();
        return listener != null && listener.getClass().getSimpleName().startsWith("Quiet");
    }
}
