/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads ONNX files. */
public final class OnnxModel {
    /** The number of the field {@code ir_version}, which is written first, and that its value is a plain number. */
    private static final int FIRST_BYTE = 8;

    private static final int MAX_IR_VERSION = 32;

    private OnnxModel() {}

    /** Whether a file looks like ONNX by its first bytes, or else is called so. */
    public static boolean recognizes(byte[] head, Path file) {
        boolean starts = head.length > 2 && head[0] == FIRST_BYTE && head[1] > 0 && head[1] <= MAX_IR_VERSION;
        return starts || file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** The files in the model's folder that hold values of it; none if it cannot be read. */
    public static List<Path> externalData(Path file) {
        try {
            return ExternalData.files(file, OnnxFile.read(file).graph());
        } catch (InvalidSettingException e) {
            return List.of(); // which its reading tells
        }
    }

    /**
     * Reads a file, and external data in its folder.
     *
     * @param request what is wanted of it
     * @throws io.github.mnisthls.settings.InvalidSettingException if it is damaged, or if it computes anything that no layer
     *     computes
     */
    public static LoadedModel read(Path file, ModelRequest request) {
        return new GraphReader(file, OnnxFile.read(file), request).read();
    }
}
