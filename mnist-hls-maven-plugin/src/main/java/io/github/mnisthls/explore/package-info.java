/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Explores a space of designs: which points are looked at, the jobs that they share, and what is known of them so far. */
package io.github.mnisthls.explore;
