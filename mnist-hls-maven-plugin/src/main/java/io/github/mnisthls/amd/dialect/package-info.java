/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What the AMD HLS tools of all generations want to read: pragmas, types of ports, scripts. */
package io.github.mnisthls.amd.dialect;
