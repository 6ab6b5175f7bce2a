/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What has to be computed for the points of a space: jobs by their inputs' digests, their results, and how each is done. */
package io.github.mnisthls.explore.job;
