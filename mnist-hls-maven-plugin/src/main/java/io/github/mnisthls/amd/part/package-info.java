/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** The devices of AMD: what each has, and what its multipliers take. */
package io.github.mnisthls.amd.part;
