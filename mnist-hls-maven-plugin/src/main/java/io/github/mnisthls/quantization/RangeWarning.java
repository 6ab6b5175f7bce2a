/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

/**
 * A format that the user demanded and that cannot hold all that a layer has or computes.
 *
 * @param seen    whether it happened: to a weight, or on a calibration image; otherwise some image might make it happen
 * @param message a complete sentence with the layer, the format and by how much it is exceeded
 */
public record RangeWarning(String layer, boolean seen, String message) {}
