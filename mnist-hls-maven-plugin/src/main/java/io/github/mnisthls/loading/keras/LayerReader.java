/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

/** Reads layers of one class. */
@FunctionalInterface
interface LayerReader {
    /**
     * Adds what computes the same to the network.
     *
     * @throws io.github.mnisthls.loading.layer.NotReadable if nothing does
     */
    Signal read(KerasLayer layer);
}
