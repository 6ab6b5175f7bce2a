/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.simulation.HostCompiler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to simulate with this machine's compiler.
 *
 * @param cxx         the compiler that the user names and what goes with it; empty if none is named
 * @param environment where {@code CXX} and {@code PATH} are looked up
 * @param timeLimit   for compiling, and for simulating
 */
public record CsimSettings(List<String> cxx, List<String> flags, Duration timeLimit, Map<String, String> environment) {
    public CsimSettings {
        cxx = List.copyOf(cxx);
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
        if (timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSettingException(
                    Settings.CSIM_TIMEOUT,
                    timeLimit.toSeconds(),
                    "it must be at least 1 second",
                    "Give a duration, such as PT10M, or seconds, such as 600.");
        }
    }

    /**
     * Looks for the compiler.
     *
     * @throws InvalidSettingException if there is none
     */
    public HostCompiler compiler() throws IOException {
        return HostCompiler.find(cxx, environment);
    }
}
