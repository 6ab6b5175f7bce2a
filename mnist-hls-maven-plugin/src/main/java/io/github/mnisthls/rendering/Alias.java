/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

/**
 * A type name in the generated configuration.
 *
 * @param name     C++ name
 * @param spelling the C++ type that it stands for
 */
public record Alias(String name, String spelling) {}
