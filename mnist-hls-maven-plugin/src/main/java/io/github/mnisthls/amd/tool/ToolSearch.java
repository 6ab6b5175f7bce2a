/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import java.util.List;

/** What a search for the tool gave. */
public sealed interface ToolSearch {
    /** One line for the log. */
    String describe();

    /** A tool that can be used. */
    record Found(Tool tool) implements ToolSearch {
        @Override
        public String describe() {
            return tool.describe();
        }
    }

    /**
     * No tool that can be used.
     *
     * @param places where it was looked for, and what was found there
     */
    record Missing(List<String> places) implements ToolSearch {
        public Missing {
            places = List.copyOf(places);
        }

        @Override
        public String describe() {
            return "no AMD HLS tool found (looked in " + String.join("; ", places) + ")";
        }
    }
}
