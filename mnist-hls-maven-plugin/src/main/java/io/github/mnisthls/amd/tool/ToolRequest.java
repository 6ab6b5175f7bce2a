/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about the tool, and where else to look.
 *
 * @param toolPath    an executable, a {@code settings64.sh}, or a folder: of one release, or of many (the newest wins)
 * @param toolVersion the release that must be found; any if empty
 * @param flow        how to drive it; by its version if empty
 * @param environment the variables to look into: {@code XILINX_HLS}, {@code XILINX_VITIS}, {@code PATH}
 */
public record ToolRequest(
        Optional<Path> toolPath,
        Optional<ToolVersion> toolVersion,
        Optional<Flow> flow,
        Map<String, String> environment) {
    public ToolRequest {
        Objects.requireNonNull(toolVersion, "toolVersion");
        Objects.requireNonNull(flow, "flow");
        environment = Map.copyOf(environment);
        toolPath.ifPresent(path -> {
            if (!path.toFile().exists()) {
                throw new InvalidSettingException(
                        Settings.TOOL_PATH,
                        path,
                        "there is no such file or folder",
                        "Give the tool's executable or its installation folder, such as"
                                + " /tools/Xilinx/Vitis_HLS/2023.2.");
            }
        });
    }

    /**
     * Reads a version.
     *
     * @param value such as {@code 2023.2}
     */
    public static ToolVersion parseVersion(String value) {
        return ToolVersion.parse(value)
                .orElseThrow(() -> new InvalidSettingException(
                        Settings.TOOL_VERSION, value, "this is not a release of the AMD tools", "Write it as 2023.2."));
    }
}
