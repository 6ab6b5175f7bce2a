/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.file.NetworkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of raw float32 files with {@value NetworkFolder#DESCRIPTION}. */
final class RawFolder implements ModelFormat {
    @Override
    public boolean recognizes(byte[] head, Path model) {
        return Files.isDirectory(model);
    }

    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        request.outputOf(List.of(ONLY_OUTPUT));
        return LoadedModel.plain(NetworkFolder.read(model), Map.of());
    }
}
