/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

/** A network has a layer that DL4J's own layers cannot compute. */
final class NoCounterpartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For a layer.
     *
     * @param gap what DL4J does not have
     */
    NoCounterpartException(String layer, String gap) {
        super("layer '" + layer + "': DL4J has no " + gap);
    }
}
