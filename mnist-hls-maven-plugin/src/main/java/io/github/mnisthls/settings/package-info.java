/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What a user sets and how a setting that cannot be is refused: what, where, the value seen, how to mend it. */
package io.github.mnisthls.settings;
