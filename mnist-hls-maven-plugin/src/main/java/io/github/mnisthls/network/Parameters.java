/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** The trained values of one layer. */
public sealed interface Parameters permits AffineParameters, NormParameters {}
