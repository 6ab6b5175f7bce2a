/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import org.codehaus.plexus.configuration.PlexusConfiguration;

/** One of the alternatives in {@code <networks>} of {@code <explore>}. */
public final class NetworkElement {
    private String name;
    private PlexusConfiguration layers;

    String name() {
        return name;
    }

    PlexusConfiguration layers() {
        return layers;
    }
}
