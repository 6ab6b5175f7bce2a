/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** A space of designs: its axes, its points, and what makes one point better than another. */
package io.github.mnisthls.explore.space;
