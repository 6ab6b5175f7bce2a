/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;

/** An image or vector of raw integers: what travels between two stages. */
public record Operand(Shape shape, FixedPointFormat format) {}
