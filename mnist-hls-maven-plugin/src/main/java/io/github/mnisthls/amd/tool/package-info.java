/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** The AMD HLS tools of all generations: finding them, and their versions. */
package io.github.mnisthls.amd.tool;
