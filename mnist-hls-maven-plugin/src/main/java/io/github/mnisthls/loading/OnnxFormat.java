/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.List;

/** An ONNX file, which tells the shape of its images itself. */
final class OnnxFormat implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return OnnxModel.recognizes(head, model);
    }

    @Override
    public List<Path> beside(Path model) {
        return OnnxModel.externalData(model);
    }

    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        return OnnxModel.read(model, request);
    }
}
