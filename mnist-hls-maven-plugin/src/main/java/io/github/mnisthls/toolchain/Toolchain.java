/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.io.IOException;

/** The HLS tools of one maker, as this build is set to use them. */
public interface Toolchain {
    /**
     * Looks for a tool on this machine.
     *
     * @throws IOException if the search was interrupted
     */
    Installation find() throws IOException;
}
