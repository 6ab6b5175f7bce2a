/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.testdata;

import io.github.mnisthls.loading.array.NumberArray;

/**
 * What a model should compute for some images.
 *
 * @param source where it stands, for messages
 * @param input  as the file takes it, the images as its first axis
 * @param output as the file gives it
 */
record TestCase(String source, NumberArray input, NumberArray output) {}
