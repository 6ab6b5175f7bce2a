/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

/** What one extent of a tensor counts: images of a batch, channels, rows or columns. */
enum Axis {
    BATCH,
    CHANNEL,
    ROW,
    COLUMN
}
