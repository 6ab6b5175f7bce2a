/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.process.OutputListener;
import io.github.mnisthls.toolchain.Elapsed;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Passes on what a person wants to see of a running tool: stages, the first warnings and errors, signs of life. */
final class LiveView implements OutputListener {
    /** The silence is looked at every few seconds; nobody waits longer than 30 for a line. */
    static final Duration SIGN_OF_LIFE = Duration.ofSeconds(26);

    private static final int SHOWN = 20;
    private static final Map<String, String> STAGES = stages();

    private final SynthesisStep step;
    private final ToolLog log;
    private final SynthesisListener listener;
    private final Supplier<Duration> elapsed;
    private String stage = "starting";
    private Duration lastShown = Duration.ZERO;

    LiveView(SynthesisStep step, ToolLog log, SynthesisListener listener) {
        this(step, log, listener, sinceNow());
    }

    LiveView(SynthesisStep step, ToolLog log, SynthesisListener listener, Supplier<Duration> elapsed) {
        this.step = step;
        this.log = log;
        this.listener = listener;
        this.elapsed = elapsed;
    }

    private static Supplier<Duration> sinceNow() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }

    /** Words of the tools' messages that begin something that takes time. */
    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("CSIM start", "C simulation");
        stages.put("Generating csim.exe", "linking the testbench");
        stages.put("Analyzing design file", "reading the C++");
        stages.put("Starting hardware synthesis", "hardware synthesis");
        stages.put("Starting scheduling", "scheduling");
        stages.put("Starting micro-architecture generation", "binding");
        stages.put("Generating Verilog RTL", "writing Verilog");
        stages.put("Generating VHDL RTL", "writing VHDL");
        stages.put("Instrumenting C test bench", "C testbench for co-simulation");
        stages.put("Generating RTL test bench", "RTL testbench");
        stages.put("Using XSIM", "simulating the RTL");
        stages.put("Starting export RTL", "packaging");
        stages.put("****** Vivado v", "Vivado");
        return stages;
    }

    @Override
    public synchronized void line(String line) {
        ToolLog.Kind kind = log.accept(line);
        if (kind == ToolLog.Kind.ERROR && log.errorCount() <= SHOWN) {
            show(() -> listener.error(line.strip()));
        } else if (kind == ToolLog.Kind.WARNING && log.warningCount() <= SHOWN) {
            show(() -> listener.warning(line.strip()));
        } else {
            STAGES.forEach((words, name) -> {
                if (line.contains(words) && !name.equals(stage)) {
                    stage = name;
                    show(() -> listener.progress(status()));
                }
            });
        }
    }

    @Override
    public synchronized void waiting(Duration ignored) {
        if (elapsed.get().minus(lastShown).compareTo(SIGN_OF_LIFE) >= 0) {
            show(() -> listener.progress(status()));
        }
    }

    private void show(Runnable message) {
        lastShown = elapsed.get();
        message.run();
    }

    private String status() {
        return step + ": " + stage + ", " + Elapsed.text(elapsed.get()) + ", " + log.warningCount() + " warnings, "
                + log.errorCount() + " errors";
    }
}
