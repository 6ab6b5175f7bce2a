/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * An FPGA.
 *
 * @param name      as the tools spell it, such as {@code xc7z020clg400-1}
 * @param dspSlice  its multipliers
 * @param resources that a design may use
 */
public record Part(String name, DspSlice dspSlice, Resources resources) {}
