/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.hardware.PlanStore;
import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.reporting.Budget;
import io.github.mnisthls.reporting.BudgetCheck;
import io.github.mnisthls.reporting.BudgetVerdict;
import io.github.mnisthls.reporting.JUnitXml;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.PlanTable;
import io.github.mnisthls.reporting.Verdicts;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.simulation.HostCompiler;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.SynthesisStep;
import io.github.mnisthls.training.ChildJvmTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a build, each bringing those before it up to date first. The work folder belongs to one pipeline at a
 * time, from its creation until it is closed.
 */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final WorkFolder work;
    private final PluginIdentity plugin;
    private final StepRunner runner;
    private final CurrentResults results;
    private final StepName simulation;
    private final WorkFolder.Lock lock;

    /**
     * Takes the work folder.
     *
     * @param goal    the step that is asked for
     * @param force   runs the goal's own step whether it is up to date or not
     * @param simulation {@link StepName#CSIM} or {@link StepName#CSIM_VENDOR}: whose figures count where there are both
     * @param shared  what other goals of the same build want of the work folder
     * @param digests what other goals of the same build know of its files
     */
    public Pipeline(
            WorkFolder work,
            PluginIdentity plugin,
            StepName goal,
            boolean force,
            StepName simulation,
            SharedSettings shared,
            KnownDigests digests) {
        this.work = work;
        this.plugin = plugin;
        this.runner = new StepRunner(work, goal, force, plugin.fingerprint(), shared, digests);
        this.results = new CurrentResults(work, runner);
        this.simulation = simulation;
        this.lock = work.lock();
    }

    /** Trains the network, or loads it. */
    public void train(TrainSettings settings) throws IOException, InterruptedException {
        train(settings, new DatasetSource(settings.dataset()));
        metrics();
    }

    /** Folds and quantizes. */
    public void quantize(TrainSettings train, PrecisionSettings precision) throws IOException, InterruptedException {
        quantize(train, precision, new DatasetSource(train.dataset()));
        metrics();
    }

    /** Plans and renders the project; gives the plan. */
    public PlanTable generate(BuildSettings settings) throws IOException, InterruptedException {
        generate(settings, new DatasetSource(settings.train().dataset()));
        Metrics metrics = metrics();
        PlanMemories memories = PlanMemories.of(PlanStore.load(work.folder(StepName.PLAN)));
        return PlanTable.of(metrics.hardware(), metrics.network().macs(), memories.byLayer());
    }

    /** Simulates the generated project with this machine's compiler. */
    public void csim(BuildSettings settings, CsimSettings csim) throws IOException, InterruptedException {
        DatasetSource dataset = new DatasetSource(settings.train().dataset());
        String generated = generate(settings, dataset);
        runner.bringUpToDate(new CsimStep(
                csim,
                settings.generate().goldenImages(),
                dataset,
                work,
                HostCompiler.find(csim.cxx(), csim.environment()),
                CurrentResults.upstream(StepName.GENERATE, generated)));
        metrics();
    }

    /** Runs one step of an HLS tool, if there is one and the settings let it. */
    public void tool(SynthesisStep step, BuildSettings settings, ToolSettings tools)
            throws IOException, InterruptedException {
        String generated = generate(settings, new DatasetSource(settings.train().dataset()));
        new ToolSteps(work, runner, results, settings, tools)
                .run(step, CurrentResults.upstream(StepName.GENERATE, generated));
        metrics();
    }

    /** Packs the generated project, and what the AMD tools made of it so far; gives the archive. */
    public Path pack(BuildSettings settings, Instant time) throws IOException, InterruptedException {
        String generated = generate(settings, new DatasetSource(settings.train().dataset()));
        Map<String, String> upstream = new TreeMap<>(CurrentResults.upstream(StepName.GENERATE, generated));
        // Their folders are packed too.
        for (StepName step : List.of(StepName.QUANTIZE, StepName.PLAN)) {
            runner.lastSuccess(step)
                    .ifPresent(record -> upstream.putAll(CurrentResults.upstream(step, record.digest())));
        }
        Set<StepName> tools = EnumSet.noneOf(StepName.class);
        for (StepName step : List.of(StepName.CSYNTH, StepName.EXPORT)) {
            if (results.isCurrent(step)) {
                tools.add(step);
                runner.lastSuccess(step)
                        .ifPresent(record -> upstream.putAll(CurrentResults.upstream(step, record.digest())));
            }
        }
        runner.bringUpToDate(new PackageStep(work, time, tools, upstream));
        metrics();
        return work.folder(StepName.PACKAGE).resolve(PackageStep.ARCHIVE);
    }

    /** Writes the report page; gives its place. */
    public Path report(BuildSettings settings) throws IOException, InterruptedException {
        DatasetSource dataset = new DatasetSource(settings.train().dataset());
        String generated = generate(settings, dataset);
        runner.bringUpToDate(new ReportStep(
                settings, metrics(), dataset, work, CurrentResults.upstream(StepName.GENERATE, generated)));
        Path page = work.report().resolve(ReportStep.PAGE);
        AtomicFile.write(page, Files.readAllBytes(work.folder(StepName.REPORT).resolve(ReportStep.PAGE)));
        return page;
    }

    /** Compares what is known now with a budget; writes {@code report/TEST-mnist-hls.xml}. */
    public BudgetVerdict check(Budget budget) throws IOException {
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

    /** The IP or kernel object of the last export, if it belongs to what is generated now. */
    public Optional<Path> exported() {
        Path folder = work.folder(StepName.EXPORT).resolve(ToolStep.ARTIFACT);
        return results.isCurrent(StepName.EXPORT)
                ? FileTree.list(folder).stream().findFirst().map(folder::resolve)
                : Optional.empty();
    }

    private String train(TrainSettings settings, DatasetSource dataset) throws IOException, InterruptedException {
        ChildJvm jvm = new ChildJvm(plugin.classPath());
        if (settings.model().isPresent()) {
            return runner.bringUpToDate(new LoadStep(
                    settings.model().get(),
                    settings.architecture().input(),
                    // Beside the checkpoints of a training that may go on another day.
                    work.training().resolve("loading"),
                    new ModelLoader(jvm, settings.training().memoryMiB())));
        }
        return runner.bringUpToDate(
                new TrainStep(settings, dataset, work.training(), new ChildJvmTrainer(jvm, LOG::info)));
    }

    private String quantize(TrainSettings train, PrecisionSettings precision, DatasetSource dataset)
            throws IOException, InterruptedException {
        String trained = train(train, dataset);
        return runner.bringUpToDate(new QuantizeStep(
                precision, dataset, work.folder(StepName.TRAIN), CurrentResults.upstream(StepName.TRAIN, trained)));
    }

    private String generate(BuildSettings settings, DatasetSource dataset) throws IOException, InterruptedException {
        String quantized = quantize(settings.train(), settings.precision(), dataset);
        Path weights = work.folder(StepName.QUANTIZE);
        Map<String, String> upstream = new TreeMap<>(CurrentResults.upstream(StepName.QUANTIZE, quantized));
        String planned =
                runner.bringUpToDate(new PlanStep(settings.generate().hardware(), weights, Map.copyOf(upstream)));
        // Other weights may well have the same plan.
        upstream.putAll(CurrentResults.upstream(StepName.PLAN, planned));
        String generated = runner.bringUpToDate(new GenerateStep(settings.generate(), dataset, work, upstream));
        publish(settings.generate());
        return generated;
    }

    private void publish(GenerateSettings settings) throws IOException {
        if (settings.outputDirectory().isEmpty()) {
            return;
        }
        Path target = settings.outputDirectory().get();
        OwnedTree tree = new OwnedTree(target, settings.overwriteEdited(), EditAdvice::of);
        if (tree.isPublished(work.folder(StepName.GENERATE))) {
            return;
        }
        try {
            tree.publish(work.folder(StepName.GENERATE));
        } catch (UncheckedIOException | IOException e) {
            throw new InvalidSettingException(
                    "The folder " + target + " of " + Settings.OUTPUT_DIRECTORY + " cannot be written ("
                            + e.getMessage() + "). Make it writable and see to it that there is space, or name another"
                            + " one.",
                    e);
        }
        LOG.info("generate: wrote {}", target);
    }

    @Override
    public void close() {
        lock.close();
    }
}
