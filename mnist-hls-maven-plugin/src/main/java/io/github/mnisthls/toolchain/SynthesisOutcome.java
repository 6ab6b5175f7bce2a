/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How a step ended. A step that did not run is never a success. */
public sealed interface SynthesisOutcome {
    /** The step asked for. */
    SynthesisStep step();

    /** For the log: one line, or for failures a few. */
    String describe();

    /** What was run; empty where nothing was. */
    static Optional<RunFacts> run(SynthesisOutcome outcome) {
        if (outcome instanceof Simulated simulated) {
            return Optional.of(simulated.run());
        }
        if (outcome instanceof Synthesized synthesized) {
            return Optional.of(synthesized.run());
        }
        if (outcome instanceof CoSimulated cosimulated) {
            return Optional.of(cosimulated.run());
        }
        if (outcome instanceof Exported exported) {
            return Optional.of(exported.run());
        }
        return outcome instanceof Failed failed ? failed.run() : Optional.empty();
    }

    /**
     * Not run.
     *
     * @param reason a sentence: why, and how to make it run
     */
    record Skipped(SynthesisStep step, String reason) implements SynthesisOutcome {
        @Override
        public String describe() {
            return step.title() + " skipped: " + reason;
        }
    }

    /**
     * The tool's own C simulation ran, and every value agreed.
     *
     * @param images         that the testbench ran; empty where it does not tell
     * @param logitsCompared by the testbench; empty where it does not tell
     */
    record Simulated(RunFacts run, OptionalLong images, OptionalLong logitsCompared, List<Diagnosis> remarks)
            implements SynthesisOutcome {
        public Simulated {
            remarks = List.copyOf(remarks);
        }

        @Override
        public SynthesisStep step() {
            return run.step();
        }

        @Override
        public String describe() {
            return Outcomes.line(run, "passed" + compared(), remarks);
        }

        private String compared() {
            return logitsCompared.isPresent() ? ", " + logitsCompared.getAsLong() + " logits compared" : "";
        }
    }

    /**
     * RTL was made.
     *
     * @param report  what the tool says of it
     * @param rtl     folder of the Verilog files
     * @param reports folder of the tool's reports
     * @param remarks what the tool accepts but a user should know: timing not met, II violated, design larger than the part
     */
    record Synthesized(RunFacts run, CsynthReport report, Path rtl, Path reports, List<Diagnosis> remarks)
            implements SynthesisOutcome {
        public Synthesized {
            remarks = List.copyOf(remarks);
        }

        @Override
        public SynthesisStep step() {
            return run.step();
        }

        @Override
        public String describe() {
            return Outcomes.line(run, report.summary(), remarks);
        }
    }

    /**
     * The RTL gave the same values as the C++.
     *
     * @param images that the testbench ran; empty where its words do not reach the tool's output
     */
    record CoSimulated(RunFacts run, CosimReport report, OptionalLong images, List<Diagnosis> remarks)
            implements SynthesisOutcome {
        public CoSimulated {
            remarks = List.copyOf(remarks);
        }

        @Override
        public SynthesisStep step() {
            return run.step();
        }

        @Override
        public String describe() {
            return Outcomes.line(run, report.summary(), remarks);
        }
    }

    /**
     * The artifact was made.
     *
     * @param artifact       its file
     * @param format         what it is
     * @param implementation what the tools after HLS reported, where the export ran them
     */
    record Exported(
            RunFacts run,
            Path artifact,
            ExportFormat format,
            Optional<ImplementationReport> implementation,
            List<Diagnosis> remarks)
            implements SynthesisOutcome {
        public Exported {
            remarks = List.copyOf(remarks);
        }

        @Override
        public SynthesisStep step() {
            return run.step();
        }

        @Override
        public String describe() {
            return Outcomes.line(run, "wrote " + artifact, remarks);
        }
    }

    /**
     * Something promised is not there.
     *
     * @param run         what was run; absent where no tool was found
     * @param diagnosis   the cause and the way out
     * @param firstErrors the first error lines of the log
     */
    record Failed(SynthesisStep step, Optional<RunFacts> run, Diagnosis diagnosis, List<String> firstErrors)
            implements SynthesisOutcome {
        public Failed {
            firstErrors = List.copyOf(firstErrors);
        }

        @Override
        public String describe() {
            return Outcomes.failure(this);
        }
    }
}
