/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.simulation.SimulationRequest;
import io.github.mnisthls.simulation.SimulationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells why a C simulation is no success. */
final class CsimFailure {
    private static final int LINES_SHOWN = 10;
    private static final int LINE_SHOWN = 160;

    private CsimFailure() {}

    /**
     * The whole message.
     *
     * @param kept where the logs lie now
     */
    static String describe(SimulationResult result, SimulationRequest request, Path kept) {
        if (result instanceof SimulationResult.Different different) {
            return String.format(
                            Locale.ROOT,
                            "C simulation: %,d of %,d logits differ from the emulator's.",
                            different.logitsDiffering(),
                            different.logitsCompared())
                    + lines(different.differences())
                    + "\n"
                    + "The generated C++ does not compute what the quantized network says. If you changed a kernel or"
                    + " a template, that is where to look; otherwise please report it with the folder " + kept + ".";
        }
        if (result instanceof SimulationResult.NotCompiled notCompiled) {
            return "C simulation: the generated project does not compile with "
                    + String.join(" ", request.compiler().words()) + " ("
                    + request.compiler().version() + ")."
                    + lines(notCompiled.firstErrors()) + "\nAll messages are in "
                    + kept.resolve(notCompiled.log().getFileName())
                    + ". Another compiler can be named with " + Settings.CXX + ".";
        }
        if (result instanceof SimulationResult.CompilerFailed failed) {
            return "C simulation: " + String.join(" ", request.compiler().words()) + " made no executable: "
                    + failed.reason() + "." + lines(failed.lastLines()) + "\nAll of its output is in "
                    + kept.resolve(failed.log().getFileName()) + ". If it needs more time, raise "
                    + Settings.CSIM_TIMEOUT + "; another compiler can be named with " + Settings.CXX + ".";
        }
        SimulationResult.NotFinished notFinished = (SimulationResult.NotFinished) result;
        return "C simulation: the testbench gave no verdict (" + notFinished.reason() + ")."
                + lines(notFinished.lastLines()) + "\nAll of its output is in "
                + kept.resolve(notFinished.log().getFileName())
                + ". If it needs more time, raise " + Settings.CSIM_TIMEOUT + ".";
    }

    private static String lines(List<String> lines) {
        List<String> shown = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()).stream()
                .map(line -> line.length() > LINE_SHOWN ? line.substring(0, LINE_SHOWN) + "..." : line)
                .toList();
        return shown.isEmpty() ? "" : "\n  " + String.join("\n  ", shown);
    }
}
