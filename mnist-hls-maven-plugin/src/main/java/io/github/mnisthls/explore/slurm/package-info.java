/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Has units done by Slurm: arrays of jobs, what their states mean, and those of an exploration that was left alone. */
package io.github.mnisthls.explore.slurm;
