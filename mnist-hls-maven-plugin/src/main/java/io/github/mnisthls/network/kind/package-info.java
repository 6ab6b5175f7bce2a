/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** One descriptor for each kind of layer: how the POM and model files name it, its properties, how it is made. */
package io.github.mnisthls.network.kind;
