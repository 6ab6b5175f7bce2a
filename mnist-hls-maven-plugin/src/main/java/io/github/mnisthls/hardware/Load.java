/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * What a choice takes of all that is limited.
 *
 * @param multipliers products per cycle that multipliers make
 */
record Load(Resources resources, long multipliers) {
    static final Load NONE = new Load(Resources.NONE, 0);

    /** More than there ever is. */
    static final Load UNLIMITED = new Load(Resources.UNLIMITED, Long.MAX_VALUE);

    Load plus(Load other) {
        return new Load(resources.plus(other.resources), multipliers + other.multipliers);
    }

    boolean fits(Load most) {
        return resources.fits(most.resources) && multipliers <= most.multipliers;
    }

    /** Each alone. */
    Load lowest(Load other) {
        return new Load(resources.lowest(other.resources), Math.min(multipliers, other.multipliers));
    }
}
