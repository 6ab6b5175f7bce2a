/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What is wanted of a file.
 *
 * @param images shape of the images that the network will be given, by which a vector of their size is known
 * @param output name of the output that gives the logits; empty if the file has one only
 */
public record ModelRequest(Shape images, Optional<String> output) {
    /** The only output. */
    public static ModelRequest of(Shape images) {
        return new ModelRequest(images, Optional.empty());
    }

    /**
     * The place of the wanted output among all.
     *
     * @param names of all outputs of the file
     * @throws InvalidSettingException if it is not there, or if none is named where there are several
     */
    public int outputOf(List<String> names) {
        if (output.isEmpty() && names.size() == 1) {
            return 0;
        }
        int number = names.indexOf(output.orElse(""));
        if (output.isEmpty() || number < 0) {
            throw new InvalidSettingException(
                    Settings.MODEL_OUTPUT,
                    output.orElse("not set"),
                    "the model has the outputs " + String.join(", ", names),
                    names.isEmpty() ? "Save the model again." : "Name the one that gives the logits.");
        }
        return number;
    }
}
