/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

/** A part of a model that has no counterpart. The message names attribute, value and remedy; who catches it adds the node. */
final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadable(String problem, String remedy) {
        super(problem + ". " + remedy);
    }
}
