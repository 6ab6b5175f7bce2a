/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to simulate with this machine's compiler.
 *
 * @param cxx         the compiler that the user names
 * @param environment where {@code CXX} and {@code PATH} are looked up
 * @param timeLimit   for compiling, and for simulating
 */
public record CsimSettings(
        Optional<String> cxx, List<String> flags, Duration timeLimit, Map<String, String> environment) {
    public CsimSettings {
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
    }
}
