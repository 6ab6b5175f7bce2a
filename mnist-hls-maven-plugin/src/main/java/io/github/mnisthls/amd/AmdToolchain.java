/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd;

import io.github.mnisthls.amd.dialect.AmdDialect;
import io.github.mnisthls.amd.run.SynthesisRunner;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolFinder;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.amd.tool.ToolSearch;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.Toolchain;
import java.io.IOException;
import java.util.Optional;

/** The AMD tools. They are searched for once, when that is first needed. */
public final class AmdToolchain implements Toolchain {
    private static final String REMEDY = "Install Vitis, or name its place by " + Settings.TOOL_PATH
            + " or XILINX_VITIS. The generated project is complete without it";

    private final ToolRequest request;
    private final GenerationChoice choice;
    private final ProcessRunner processes = new ProcessRunner();
    private Optional<ToolSearch> search = Optional.empty();

    /**
     * The tools that the user asks for.
     *
     * @param choice whose pragmas and compiler options the project has
     */
    public AmdToolchain(ToolRequest request, GenerationChoice choice) {
        this.request = request;
        this.choice = choice;
    }

    /**
     * What the project is written in.
     *
     * @throws IOException if a search was needed and was interrupted
     */
    public AmdDialect dialect(AmdExportFormat format) throws IOException {
        return new AmdDialect(choice.resolve(this::search), format.flowTarget());
    }

    @Override
    public Installation find() throws IOException {
        ToolSearch result = search();
        if (result instanceof ToolSearch.Found found) {
            return new Installation.Found(new AmdTool(
                    found.tool(), choice.resolve(this::search), new SynthesisRunner(processes, request.environment())));
        }
        return new Installation.Missing(result.describe(), REMEDY);
    }

    private ToolSearch search() throws IOException {
        if (search.isEmpty()) {
            search = Optional.of(new ToolFinder(processes).find(request));
        }
        return search.get();
    }
}
