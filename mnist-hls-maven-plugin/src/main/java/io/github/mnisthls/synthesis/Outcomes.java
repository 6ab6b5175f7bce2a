/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.synthesis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of {@link SynthesisOutcome}. */
final class Outcomes {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private Outcomes() {}

    static String line(RunFacts run, String result, List<Diagnosis> remarks) {
        String head = run.step().title() + " by " + run.toolName() + " in " + elapsed(run.duration()) + ": " + result;
        return head
                + remarks.stream().map(remark -> "\n  note: " + remark.text()).collect(Collectors.joining());
    }

    static String failure(SynthesisOutcome.Failed failed) {
        String tool = failed.run().map(run -> " by " + run.toolName()).orElse("");
        StringBuilder text = new StringBuilder(
                failed.step().title() + tool + " failed: " + failed.diagnosis().text());
        failed.firstErrors().forEach(line -> text.append("\n  ").append(line.strip()));
        failed.run()
                .ifPresent(run -> text.append("\n  log: ")
                        .append(run.log())
                        .append("\n  to repeat: ")
                        .append(run.rerun()));
        return text.toString();
    }

    /** Such as {@code 3.4 s} or {@code 12 min 05 s}. */
    static String elapsed(Duration duration) {
        if (duration.toSeconds() < SECONDS_PER_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_PER_SECOND);
        }
        return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
