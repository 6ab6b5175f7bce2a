/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes the tool's own words on to the build's log. */
public final class LoggedTool implements SynthesisListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedTool.class);

    @Override
    public void progress(String line) {
        LOG.info("{}", line);
    }

    @Override
    public void warning(String line) {
        LOG.warn("{}", line);
    }

    @Override
    public void error(String line) {
        LOG.error("{}", line);
    }
}
