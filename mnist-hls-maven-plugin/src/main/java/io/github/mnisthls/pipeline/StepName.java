/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps in their order, each with the folder below the work folder that it owns and the steps whose results it takes. */
public enum StepName {
    TRAIN("model"),
    WIDTHS("widths", TRAIN),
    FINETUNE("finetuned", TRAIN),
    QUANTIZE("weights", TRAIN),
    PLAN("plan", QUANTIZE),
    GENERATE("hls", QUANTIZE, PLAN),
    CSIM("csim", QUANTIZE, GENERATE),
    CSIM_VENDOR(SynthesisStep.CSIM, QUANTIZE, GENERATE),
    CSYNTH(SynthesisStep.CSYNTH, GENERATE),
    COSIM(SynthesisStep.COSIM, QUANTIZE, GENERATE, CSYNTH),
    EXPORT(SynthesisStep.EXPORT, GENERATE, CSYNTH),
    PACKAGE("package", QUANTIZE, PLAN, GENERATE),
    ROUNDING_TRIAL("diagnosis/training", TRAIN),
    DIAGNOSE("diagnosis/model", TRAIN),
    REPORT("report/page", TRAIN, QUANTIZE, PLAN, GENERATE);

    private final String folder;
    private final Optional<SynthesisStep> toolStep;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change
    private final List<StepName> dependencies;

    StepName(String folder, StepName... dependencies) {
        this(folder, Optional.empty(), dependencies);
    }

    StepName(SynthesisStep toolStep, StepName... dependencies) {
        this("synthesis/results/" + toolStep, Optional.of(toolStep), dependencies);
    }

    StepName(String folder, Optional<SynthesisStep> toolStep, StepName... dependencies) {
        this.folder = folder;
        this.toolStep = toolStep;
        this.dependencies = List.of(dependencies);
    }

    String folder() {
        return folder;
    }

    /** What a synthesis tool is asked to do in this step; empty for those that need none. */
    Optional<SynthesisStep> toolStep() {
        return toolStep;
    }

    /** The steps that must be up to date before this one, in their order. */
    List<StepName> dependencies() {
        return dependencies;
    }

    /** The steps whose results this one takes too where there are any of the present design. */
    List<StepName> takesIfThere() {
        return switch (this) {
            case QUANTIZE -> List.of(FINETUNE);
            case PACKAGE -> List.of(CSYNTH, EXPORT);
            case REPORT -> List.of(ROUNDING_TRIAL, DIAGNOSE);
            default -> List.of();
        };
    }

    /** As the goal is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
