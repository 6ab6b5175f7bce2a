/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What is known of the points of a space, as files, as a page, and as lines of a log. */
package io.github.mnisthls.explore.result;
