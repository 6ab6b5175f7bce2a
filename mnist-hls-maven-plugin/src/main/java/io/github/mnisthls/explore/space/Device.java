/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.hardware.Part;

/**
 * A part, and how the user calls it.
 *
 * @param name a part, an ordering code or a board
 */
public record Device(String name, Part part) {}
