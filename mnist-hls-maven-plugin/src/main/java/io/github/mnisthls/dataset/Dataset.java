/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

/**
 * Images to train with and images to judge by.
 *
 * @param digest SHA-256 over all of it, in hexadecimal
 */
public record Dataset(LabeledImages training, LabeledImages test, String digest) {}
