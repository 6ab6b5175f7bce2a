/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What readers of all forms do with layers: names and the table that is printed. */
package io.github.mnisthls.loading.layer;
