/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** From a quantized network and a part to a plan: folding, exact cycles, FIFO depths, resource estimates. */
package io.github.mnisthls.hardware;
