/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code kernel_call.cpp.vm} may say.
 *
 * @param kernel    function below {@code mnist_hls}
 * @param template  template arguments, at least one
 * @param arguments streams, then ports, then tables
 */
public record KernelCallModel(String kernel, List<String> template, List<String> arguments) {}
