/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import java.nio.file.Path;
import java.util.List;

/** A form in which people keep networks: how a file of it is recognized, and how it is read. */
interface ModelFormat {
    /** What messages call the output of forms that have only one. */
    String ONLY_OUTPUT = "logits";

    /**
     * Whether a file is of this form, healthy or damaged.
     *
     * @param head  its first bytes, fewer than {@link ModelLoader#HEAD_BYTES} only if it has no more; none of a folder
     * @param model the file or folder; its name counts only where the content tells nothing
     */
    boolean recognizes(byte[] head, Path model);

    /** Files beside the model that are read with it. */
    default List<Path> beside(Path model) {
        return List.of();
    }

    /**
     * Reads it.
     *
     * @param request what is wanted of it
     * @param folder  owned by the reading
     * @throws io.github.mnisthls.settings.InvalidSettingException if it is damaged or not supported
     */
    LoadedModel read(Path model, ModelRequest request, Path folder);
}
