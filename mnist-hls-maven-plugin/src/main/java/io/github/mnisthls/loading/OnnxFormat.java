/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.onnx.OnnxModel;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ONNX file, which tells the shape of its images itself. */
final class OnnxFormat implements ModelFormat {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxFormat.class);

    @Override
    public boolean recognizes(byte[] head, Path model) {
        return OnnxModel.recognizes(head, model);
    }

    @Override
    public Network read(Path model, Shape input, Path folder) {
        OnnxModel read = OnnxModel.read(model);
        LOG.info("Read {}, layer by layer, with the node in the file, shape and parameters:", model);
        read.table().forEach(line -> LOG.info("  {}", line));
        return read.network();
    }
}
