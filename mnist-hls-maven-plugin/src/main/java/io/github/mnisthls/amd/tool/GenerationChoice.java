/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.settings.Choice;
import java.io.IOException;
import java.util.Optional;

/** Whose pragmas and compiler options the generated project has. */
public enum GenerationChoice implements Choice {
    /** Those of the tool that is found; without one, those of today's tools. */
    AUTO("auto", "", Optional.empty()),
    VIVADO_HLS("vivado_hls", "up to 2020.1", Optional.of(ToolGeneration.VIVADO_HLS)),
    VITIS_2020("vitis-2020.2", "", Optional.of(ToolGeneration.VITIS_BARE)),
    VITIS("vitis", "from 2021.1 on", Optional.of(ToolGeneration.VITIS_KEYED));

    private final String label;
    private final String remark;
    private final Optional<ToolGeneration> fixed;

    GenerationChoice(String label, String remark, Optional<ToolGeneration> fixed) {
        this.label = label;
        this.remark = remark;
        this.fixed = fixed;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String remark() {
        return remark;
    }

    /**
     * The generation to render for.
     *
     * @param search asked only where the tool that is found decides
     * @throws IOException if the search for a tool was interrupted
     */
    public ToolGeneration resolve(Search search) throws IOException {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        return search.get() instanceof ToolSearch.Found found ? found.tool().generation() : ToolGeneration.VITIS_KEYED;
    }

    /** A search for a tool, which may take its time. */
    @FunctionalInterface
    public interface Search {
        /**
         * Its result.
         *
         * @throws IOException if it was interrupted
         */
        ToolSearch get() throws IOException;
    }
}
