/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** The generated project: one documented root record per Velocity template, C++ literals, golden vectors. */
package io.github.mnisthls.rendering;
