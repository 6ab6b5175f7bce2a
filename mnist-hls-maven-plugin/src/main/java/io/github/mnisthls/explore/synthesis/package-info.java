/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** C synthesis of the best points of an exploration. */
package io.github.mnisthls.explore.synthesis;
