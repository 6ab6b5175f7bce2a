/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Whether a loaded model computes what its file's own test data say. */
package io.github.mnisthls.loading.testdata;
