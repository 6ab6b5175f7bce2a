/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Arrays of numbers in files of their own: NumPy's {@code .npy} and {@code .npz}. */
package io.github.mnisthls.loading.array;
