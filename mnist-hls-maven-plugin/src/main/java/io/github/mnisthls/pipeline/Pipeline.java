/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.PlanStore;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.reporting.Budget;
import io.github.mnisthls.reporting.BudgetCheck;
import io.github.mnisthls.reporting.BudgetVerdict;
import io.github.mnisthls.reporting.JUnitXml;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.PlanTable;
import io.github.mnisthls.reporting.Verdicts;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.training.ChildJvmFinetuner;
import io.github.mnisthls.training.ChildJvmTrialRunner;
import io.github.mnisthls.training.RoundingTrials;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.widths.WidthChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the goals ask for: each brings the steps up to date that it needs. The work folder belongs to one pipeline at a
 * time, from its creation until it is closed.
 */
public final class Pipeline implements AutoCloseable {
    private final WorkFolder work;
    private final PluginIdentity plugin;
    private final CurrentResults results;
    private final BuildGraph graph;
    private final ModelSteps models;
    private final ModelThere modelThere;
    private final StepName simulation;
    private final WorkFolder.Lock lock;

    /**
     * Takes the work folder.
     *
     * @param goal    the step that is asked for; empty for a goal that has none of its own
     * @param force   runs the goal's own step whether it is up to date or not
     * @param simulation {@link StepName#CSIM} or {@link StepName#CSIM_VENDOR}: whose figures count where there are both
     * @param shared  what other goals of the same build want of the work folder
     * @param digests what other goals of the same build know of its files
     */
    public Pipeline(
            WorkFolder work,
            PluginIdentity plugin,
            Optional<StepName> goal,
            boolean force,
            StepName simulation,
            SharedSettings shared,
            KnownDigests digests) {
        this.work = work;
        this.plugin = plugin;
        StepRunner runner = new StepRunner(work, goal, force, plugin.fingerprint(), shared, digests);
        this.results = new CurrentResults(work, runner);
        this.graph = new BuildGraph(runner, results);
        this.models = new ModelSteps(work, plugin);
        this.modelThere = new ModelThere(runner, models::training);
        this.simulation = simulation;
        this.lock = work.lock();
    }

    /** Trains the network, or loads it. */
    public void train(TrainSettings settings) throws IOException, InterruptedException {
        DatasetSource dataset = new DatasetSource(settings.dataset());
        graph.add(models.training(modelThere.choose(settings, dataset), dataset))
                .bringUpToDate(StepName.TRAIN);
        metrics();
    }

    /** Where the network lies that was trained or loaded, as raw float32 files. */
    public Path network() {
        return new TrainingFiles(work.folder(StepName.TRAIN)).network();
    }

    /** The network that a training with just these settings made, if it is there and as it was left. */
    public Optional<Path> trained(TrainSettings settings) {
        return settings.model().isEmpty() && modelThere.isThere(settings, new DatasetSource(settings.dataset()))
                ? Optional.of(network())
                : Optional.empty();
    }

    /**
     * Folds and quantizes.
     *
     * @param hardware asked only where widths are to be chosen: what they are chosen for
     */
    public void quantize(TrainSettings asked, PrecisionSettings precision, Supplier<HardwareRequest> hardware)
            throws IOException, InterruptedException {
        DatasetSource dataset = new DatasetSource(asked.dataset());
        TrainSettings train = modelThere.choose(asked, dataset);
        quantized(train, chosen(train, precision, hardware, dataset), dataset).bringUpToDate(StepName.QUANTIZE);
        metrics();
    }

    /** Plans and renders the project; gives the plan. */
    public PlanTable generate(BuildSettings settings) throws IOException, InterruptedException {
        project(settings);
        Metrics metrics = metrics();
        PlanMemories memories = PlanMemories.of(PlanStore.load(work.folder(StepName.PLAN)));
        return PlanTable.of(
                metrics.hardware().orElseThrow(),
                metrics.network().orElseThrow().macs(),
                memories.byLayer(),
                OriginalNames.read(work.folder(StepName.QUANTIZE).resolve(QuantizeStep.INTERNAL))
                        .layers());
    }

    /** Simulates the generated project with this machine's compiler. */
    public void csim(BuildSettings settings, CsimSettings csim) throws IOException, InterruptedException {
        DatasetSource dataset = project(settings);
        graph.add(new CsimStep(csim, settings.generate().goldenImages(), dataset, work, csim.compiler()))
                .bringUpToDate(StepName.CSIM);
        metrics();
    }

    /** Runs one step of an HLS tool, and those before it, if there is a tool and the settings let it. */
    public void tool(StepName step, BuildSettings settings, ToolSettings tools)
            throws IOException, InterruptedException {
        DatasetSource dataset = project(settings);
        Optional<HlsTool> tool = new ToolGate(tools).toolFor(step.toolStep().orElseThrow());
        if (tool.isPresent()) {
            run(step, new ToolSteps(work, settings.generate(), tools, dataset), tool.get());
        } else {
            results.skip(step);
        }
        metrics();
    }

    private void run(StepName step, ToolSteps steps, HlsTool tool) throws IOException, InterruptedException {
        step.dependencies().stream()
                .filter(other -> other.toolStep().isPresent())
                .forEach(other -> graph.add(steps.of(other, tool)));
        try {
            graph.add(steps.of(step, tool)).bringUpToDate(step);
        } catch (ToolFailedException e) {
            new VerdictFiles(work, results).write(e);
            throw e;
        }
    }

    /** Packs the generated project, and what an HLS tool made of it so far; gives the archive. */
    public Path pack(BuildSettings settings, Instant time) throws IOException, InterruptedException {
        project(settings);
        graph.add(new PackageStep(work, time)).bringUpToDate(StepName.PACKAGE);
        metrics();
        return work.folder(StepName.PACKAGE).resolve(PackageStep.ARCHIVE);
    }

    /** Writes the report page; gives its place. */
    public Path report(BuildSettings asked) throws IOException, InterruptedException {
        BuildSettings settings = modelThere.choose(asked);
        DatasetSource dataset = project(settings);
        PrecisionSettings precision =
                chosen(settings.train(), settings.precision(), settings.generate()::hardware, dataset);
        BuildSettings known = new BuildSettings(settings.train(), precision, settings.generate());
        graph.add(new ReportStep(known, metrics(), dataset, work, plugin.version()))
                .bringUpToDate(StepName.REPORT);
        Path page = work.report().resolve(ReportStep.PAGE);
        AtomicFile.write(page, Files.readAllBytes(work.folder(StepName.REPORT).resolve(ReportStep.PAGE)));
        return page;
    }

    /** Looks for what is wrong with the network and its precision. */
    public ModelDiagnosis diagnose(BuildSettings settings) throws IOException, InterruptedException {
        DatasetSource dataset = new DatasetSource(settings.train().dataset());
        PrecisionSettings precision =
                chosen(settings.train(), settings.precision(), settings.generate()::hardware, dataset);
        graph.add(models.training(settings.train(), dataset))
                .add(new DiagnoseStep(precision.precision(), dataset, work))
                .bringUpToDate(StepName.DIAGNOSE);
        return Json.read(work.folder(StepName.DIAGNOSE).resolve(DiagnoseStep.FILE), ModelDiagnosis.class);
    }

    /** Trains with and without rounding; gives what could be seen. */
    public RoundingTrials tryRounding(BuildSettings settings) throws IOException, InterruptedException {
        TrainSettings train = settings.train();
        DatasetSource dataset = new DatasetSource(train.dataset());
        PrecisionSettings precision = chosen(train, settings.precision(), settings.generate()::hardware, dataset);
        graph.add(models.training(train, dataset))
                .add(new TrialStep(precision, train.training(), dataset, work, new ChildJvmTrialRunner(models.child())))
                .bringUpToDate(StepName.ROUNDING_TRIAL);
        return Json.read(work.folder(StepName.ROUNDING_TRIAL).resolve(TrialStep.FILE), RoundingTrials.class);
    }

    /** Compares what is known now with a budget; writes {@code report/TEST-mnist-hls.xml}. */
    public BudgetVerdict check(Budget budget) {
        Metrics metrics = metrics();
        // It names the module to blame.
        Optional<CsynthReport> report = results.read(StepName.CSYNTH, ToolStep.SYNTHESIS, CsynthReport.class);
        BudgetVerdict verdict = BudgetCheck.check(budget, metrics, report);
        JUnitXml.write(work.report().resolve("TEST-mnist-hls.xml"), "mnist-hls", Verdicts.of(metrics, verdict));
        return verdict;
    }

    /** What is known now; also written to {@code report/metrics.json}. */
    public Metrics metrics() {
        Metrics metrics = new MetricsFile(work, results, simulation).write();
        new VerdictFiles(work, results).write(metrics);
        return metrics;
    }

    /** What the accuracies say that nobody may overlook, also where they were measured by an earlier build. */
    public List<String> accuracyWarnings() {
        return results.read(StepName.QUANTIZE, QuantizationSummary.FILE, QuantizationSummary.class)
                .map(QuantizationSummary::warnings)
                .orElse(List.of());
    }

    /** The IP or kernel object of the last export, if it belongs to what is generated now. */
    public Optional<Path> exported() {
        Path folder = work.folder(StepName.EXPORT).resolve(ToolStep.ARTIFACT);
        return results.isCurrent(StepName.EXPORT)
                ? FileTree.list(folder).stream().findFirst().map(folder::resolve)
                : Optional.empty();
    }

    /** Brings the generated project up to date, and the user's copy of it; gives the images of the build. */
    private DatasetSource project(BuildSettings asked) throws IOException, InterruptedException {
        BuildSettings settings = modelThere.choose(asked);
        DatasetSource dataset = new DatasetSource(settings.train().dataset());
        Path weights = work.folder(StepName.QUANTIZE);
        PrecisionSettings precision =
                chosen(settings.train(), settings.precision(), settings.generate()::hardware, dataset);
        quantized(settings.train(), precision, dataset)
                .add(new PlanStep(settings.generate().hardware(), weights))
                .add(new GenerateStep(settings.generate(), dataset, work))
                .bringUpToDate(StepName.GENERATE);
        new PublishedProject(settings.generate()).bringUpToDate(work.folder(StepName.GENERATE));
        return dataset;
    }

    /** The precision, with widths that are chosen now if they are to be. */
    private PrecisionSettings chosen(
            TrainSettings train, PrecisionSettings precision, Supplier<HardwareRequest> hardware, DatasetSource dataset)
            throws IOException, InterruptedException {
        if (precision.maximumAccuracyDrop().isEmpty()) {
            results.skip(StepName.WIDTHS);
            return precision;
        }
        graph.add(models.training(train, dataset))
                .add(new WidthStep(precision, train.training(), hardware.get(), dataset, work))
                .bringUpToDate(StepName.WIDTHS);
        Path file = work.folder(StepName.WIDTHS).resolve(WidthStep.FILE);
        return precision.chosen(
                Precision.parse(Json.read(file, WidthChoice.class).precision()));
    }

    /** Trains on with rounding if the settings say so; then says how to quantize. */
    private BuildGraph quantized(TrainSettings train, PrecisionSettings precision, DatasetSource dataset)
            throws IOException, InterruptedException {
        graph.add(models.training(train, dataset));
        if (precision.finetunes()) {
            graph.add(new FinetuneStep(
                            precision, train.training(), dataset, work, new ChildJvmFinetuner(models.child())))
                    .bringUpToDate(StepName.FINETUNE);
        } else {
            results.skip(StepName.FINETUNE);
        }
        return graph.add(new QuantizeStep(precision, dataset, work));
    }

    @Override
    public void close() {
        lock.close();
    }
}
