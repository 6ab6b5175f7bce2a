/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd;

import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.amd.run.SynthesisRunner;
import io.github.mnisthls.amd.tool.Tool;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * An AMD tool that was found.
 *
 * @param generated the generation that the project is for
 */
record AmdTool(Tool tool, ToolGeneration generated, SynthesisRunner runner) implements HlsTool {
    @Override
    public String describe() {
        return tool.describe();
    }

    @Override
    public Map<String, String> identity() {
        return Map.of("tool", name(), "flow", tool.flow().name());
    }

    @Override
    public Optional<String> warning() {
        return tool.generation().compareTo(generated) < 0
                ? Optional.of(name() + " may refuse the pragmas and options of the project, which is generated for "
                        + generated.title() + ": see " + Settings.TOOL_GENERATION)
                : Optional.empty();
    }

    @Override
    public SynthesisOutcome run(SynthesisRequest request, SynthesisListener listener) throws IOException {
        return runner.run(tool, request, listener);
    }

    private String name() {
        return tool.kind().program() + " " + tool.version();
    }
}
