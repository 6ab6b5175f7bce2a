/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of raw float32 files with {@value NetworkFolder#DESCRIPTION}. */
final class RawFolder implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return Files.isDirectory(model);
    }

    @Override
    public Network read(Path model, Shape input, Path folder) {
        return NetworkFolder.read(model);
    }
}
