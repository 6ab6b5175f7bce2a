/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.explore.SearchKind;
import io.github.mnisthls.explore.Wishes;
import io.github.mnisthls.explore.slurm.SlurmSettings;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Device;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.explore.synthesis.DesignForm;
import io.github.mnisthls.explore.synthesis.ToolRun;
import io.github.mnisthls.pipeline.GenerateSettings;
import io.github.mnisthls.pipeline.StepFailedException;
import io.github.mnisthls.pipeline.ToolSettings;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What is explored, and how. */
abstract class ExploreParameters extends SimulationParameters {
    private static final List<Objective> USUAL_OBJECTIVES =
            List.of(Objective.ACCURACY, Objective.IMAGES_PER_SECOND, Objective.LUT, Objective.DSP);

    /**
     * The space: lists named {@code <networks>}, {@code <widths>}, {@code <seeds>}, {@code <precisions>}, {@code
     * <finetunes>}, {@code <implementations>}, {@code <parts>}, {@code <clocks>} and {@code <targets>}. {@code 4..8}
     * within a text stands for the numbers from 4 to 8. If a list is missing, the POM's own value is used. Without this
     * element: eight precisions, six targets and three parts.
     *
     * @since 1.0.0
     */
    @Parameter
    private ExploreElements explore;

    /**
     * What a design must meet to be on the front: {@code <minimumAccuracy>} (a fraction of 1), {@code
     * <imagesPerSecond>} (at least), {@code <intervalCycles>}, {@code <latencyCycles>}, {@code <lut>}, {@code <dsp>},
     * {@code <bram18>} (at most).
     *
     * @since 1.0.0
     */
    @Parameter
    private ConstraintElements constraints;

    /**
     * What makes one design better than another, the most important one first: {@code accuracy}, {@code imagesPerSecond},
     * {@code intervalCycles}, {@code latencyCycles}, {@code multipliers}, {@code lut}, {@code ff}, {@code dsp}, {@code
     * bram18}, {@code uram}. Default: accuracy, imagesPerSecond, lut, dsp.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<String> objectives;

    /**
     * Which points to try: {@code grid} (all of them, or as many as {@code <explorePoints>} says, evenly spread), {@code
     * random}, {@code pareto} (some at random, then neighbors of the best ones, round after round), or {@code halving}
     * (networks that are fine-tuned get a few epochs first, and only the best third of them get more).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_SEARCH, defaultValue = "grid")
    private String exploreSearch;

    /**
     * The largest number of points to try; 0 means all of them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_POINTS, defaultValue = "0")
    private int explorePoints;

    /**
     * The seed with which {@code random}, {@code pareto} and {@code halving} choose their points.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_SEED, defaultValue = "1")
    private long exploreSeed;

    /**
     * How many cores of this machine to use; 0 means all of them. The machine's memory also limits how many trainings
     * run at once.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_CORES, defaultValue = "0")
    private int exploreCores;

    /**
     * How many points of the front, the best ones first, go through C synthesis by the AMD tool, one after the other. The
     * tool's figures replace the planner's estimates, which are shown next to them. 0 means none.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_SYNTHESIS, defaultValue = "0")
    private int exploreSynthesis;

    /**
     * Where the jobs run: {@code local} (this machine) or {@code slurm} (the cluster whose {@code sbatch} is on the path).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_EXECUTOR, defaultValue = "local")
    private String executor;

    /**
     * Settings for Slurm: {@code <partition>}, {@code <account>}, {@code <time>}, {@code <licenses>}, {@code <cpus>} of
     * a training (1), {@code <memory>} in MiB (that of a training), {@code <options>}, each passed on unchanged, {@code
     * <retries>} of jobs that were lost, preempted or ran out of time or memory (2), {@code <pollSeconds>} (5), and the
     * path of {@code <java>} on the nodes.
     *
     * @since 1.0.0
     */
    @Parameter
    private SlurmElements slurm;

    final ExecutorKind executorKind() {
        return Choices.read(Settings.EXPLORE_EXECUTOR, executor, "executor", ExecutorKind.class);
    }

    final SlurmSettings slurmSettings(int trainingMemory) {
        return (slurm == null ? new SlurmElements() : slurm).toSettings(trainingMemory);
    }

    final Space space() {
        SpaceReader.Own own = new SpaceReader.Own(
                architecture(), seedText(), precisionText(), finetuneText(), partName(), clockPeriodNs(), targetText());
        ExploreElements elements = explore == null ? ExploreElements.usual(partName()) : explore;
        return new SpaceReader(elements, own, this::architecture, this::device).read();
    }

    private Device device(String name) {
        return new Device(name, partNamed(name));
    }

    final Wishes wishes() {
        List<Objective> wanted = objectives == null || objectives.isEmpty()
                ? USUAL_OBJECTIVES
                : objectives.stream()
                        .map(word -> Choices.read(
                                "<objective> in <objectives>", String.valueOf(word), "objective", Objective.class))
                        .distinct()
                        .toList();
        return new Wishes(title(), wanted, constraints == null ? Constraints.NONE : constraints.toConstraints());
    }

    final SearchKind searchKind() {
        return Choices.read(Settings.EXPLORE_SEARCH, exploreSearch, "search", SearchKind.class);
    }

    final int points() {
        if (explorePoints < 0) {
            throw new InvalidSettingException(
                    Settings.EXPLORE_POINTS, explorePoints, "it must be at least 0", "Leave it out for all points.");
        }
        return explorePoints;
    }

    final long searchSeed() {
        return exploreSeed;
    }

    final int cores() {
        if (exploreCores < 0) {
            throw new InvalidSettingException(
                    Settings.EXPLORE_CORES, exploreCores, "it must be at least 0", "Leave it out for all cores.");
        }
        return exploreCores == 0 ? Runtime.getRuntime().availableProcessors() : exploreCores;
    }

    final int synthesized() {
        if (exploreSynthesis < 0) {
            throw new InvalidSettingException(
                    Settings.EXPLORE_SYNTHESIS, exploreSynthesis, "it must be at least 0", "Leave it out for none.");
        }
        return exploreSynthesis;
    }

    /** The tool that synthesizes points, and how it is run; empty if none does. */
    final Optional<ToolRun> toolRun() throws IOException {
        if (synthesized() == 0) {
            return Optional.empty();
        }
        Installation installation = toolchain().find();
        if (installation instanceof Installation.Missing missing) {
            throw new StepFailedException(Settings.EXPLORE_SYNTHESIS + " is " + synthesized() + ", but "
                    + missing.outcome(SynthesisStep.CSYNTH, StepMode.REQUIRED).describe());
        }
        ToolSettings settings = toolSettings();
        return Optional.of(new ToolRun(
                ((Installation.Found) installation).tool(),
                settings.exportFormat(),
                settings.launcher(),
                settings.limit(),
                settings.memoryLimitMiB()));
    }

    final DesignForm designForm() throws IOException {
        GenerateSettings settings = buildSettings().generate();
        return new DesignForm(
                settings.interfaceKind(),
                settings.control(),
                settings.names(),
                settings.scripts(),
                settings.templates());
    }

    private String title() {
        return architecture().map(network -> network.name()).orElse("model");
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        space();
        wishes();
        searchKind();
        points();
        cores();
        executorKind();
        toolRun();
        slurmSettings(trainSettings().training().memoryMiB());
    }
}
