/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Products of a constant matrix and a vector as graphs of additions, subtractions and shifts; knows no network and no hardware. */
package io.github.mnisthls.adders;
