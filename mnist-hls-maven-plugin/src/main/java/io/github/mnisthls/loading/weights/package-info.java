/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Files of weights alone, safetensors and npz, for layers that the user tells. */
package io.github.mnisthls.loading.weights;
