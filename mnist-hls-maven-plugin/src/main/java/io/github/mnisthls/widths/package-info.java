/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Chooses how many bits each layer's weights and results get. Knows what bits cost only from who asks. */
package io.github.mnisthls.widths;
