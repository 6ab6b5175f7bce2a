/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

/** How fast the emulator went through the test images on this machine. */
record EmulatorSpeed(int images, double imagesPerSecond) {
    static final String FILE = "emulator.json";
}
