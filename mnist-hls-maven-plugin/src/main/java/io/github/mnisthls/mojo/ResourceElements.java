/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.hardware.Resources;

/** What a part has, as the POM's {@code <resources>} tells it; what is not given is 0. */
public final class ResourceElements {
    private long lut;
    private long ff;
    private long dsp;
    private long bram18;
    private long uram;

    Resources toResources() {
        return new Resources(lut, ff, dsp, bram18, uram);
    }
}
