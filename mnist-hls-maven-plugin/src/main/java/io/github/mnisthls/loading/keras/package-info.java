/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Models of Keras 1 to 3. Nothing in a file is run, and nothing is guessed: what has no exact counterpart among the layers is
 * refused.
 */
package io.github.mnisthls.loading.keras;
