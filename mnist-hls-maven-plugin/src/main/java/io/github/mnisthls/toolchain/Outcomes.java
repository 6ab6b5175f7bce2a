/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.List;
import java.util.stream.Collectors;

/** The words of {@link SynthesisOutcome}. */
final class Outcomes {
    private Outcomes() {}

    static String line(RunFacts run, String result, List<Diagnosis> remarks) {
        String head =
                run.step().title() + " by " + run.toolName() + " in " + Elapsed.text(run.duration()) + ": " + result;
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
}
