/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.rendering.ToolGeneration;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Whose pragmas and compiler options the generated project has. */
public enum GenerationChoice {
    /** Those of the tool that is found; without one, those of today's tools. */
    AUTO("auto", Optional.empty()),
    /** Up to 2020.1. */
    VIVADO_HLS("vivado_hls", Optional.of(ToolGeneration.VIVADO_HLS)),
    /** 2020.2. */
    VITIS_2020("vitis-2020.2", Optional.of(ToolGeneration.VITIS_BARE)),
    /** From 2021.1 on. */
    VITIS("vitis", Optional.of(ToolGeneration.VITIS_KEYED));

    /** Where it is set. */
    public static final String SETTING = "<toolGeneration> (-Dmnist-hls.toolGeneration)";

    private final String word;
    private final Optional<ToolGeneration> fixed;

    GenerationChoice(String word, Optional<ToolGeneration> fixed) {
        this.word = word;
        this.fixed = fixed;
    }

    /** Reads a setting. */
    public static GenerationChoice parse(String value) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        SETTING,
                        value,
                        "there is no such generation",
                        "Choose auto, vivado_hls (up to 2020.1), vitis-2020.2 or vitis (from 2021.1 on)."));
    }

    /**
     * The generation to render for.
     *
     * @throws IOException if the search for a tool was interrupted
     */
    public ToolGeneration resolve(ToolFinder finder, ToolRequest request) throws IOException {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        return finder.find(request) instanceof ToolSearch.Found found
                ? found.tool().generation()
                : ToolGeneration.VITIS_KEYED;
    }
}
