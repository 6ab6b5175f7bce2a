/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** The reports of the AMD HLS tools of all generations. */
package io.github.mnisthls.amd.report;
