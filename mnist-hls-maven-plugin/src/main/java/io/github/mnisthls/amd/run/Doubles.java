/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.tool.ToolVersion;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import java.util.Optional;

/**
 * Doubles of the tools, which this plugin's tests use.
 *
 * @param accepted whether their results count
 */
record Doubles(boolean accepted) {
    /** Refuses what a double made, by the version that it gives itself. */
    Optional<Diagnosis> refuse(String version) {
        if (accepted || !ToolVersion.find(version).map(ToolVersion::isDouble).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                FailureCause.TEST_DOUBLE,
                "this is a double of the tool for tests (version " + version + "): it synthesizes nothing",
                "",
                "Name the real tool by " + Settings.TOOL_PATH + "."));
    }
}
