/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.emulation.LayerEffects;
import io.github.mnisthls.emulation.PredictionFile;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.PlanStore;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.reporting.Course;
import io.github.mnisthls.reporting.LayerFindings;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.PlanDetails;
import io.github.mnisthls.reporting.Recognition;
import io.github.mnisthls.reporting.ReportData;
import io.github.mnisthls.reporting.ReportPage;
import io.github.mnisthls.training.RoundingTrials;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes the report page from what the steps before it kept. */
final class ReportStep implements Step {
    static final String PAGE = "index.html";

    private static final int PICTURES = 24;
    private static final int HISTOGRAM_IMAGES = 500;

    private final BuildSettings settings;
    private final Metrics metrics;
    private final DatasetSource dataset;
    private final WorkFolder work;
    private final String version;
    private final ReportedBefore reported;

    /**
     * The page of one build.
     *
     * @param version of the plugin
     */
    ReportStep(BuildSettings settings, Metrics metrics, DatasetSource dataset, WorkFolder work, String version) {
        this.settings = settings;
        this.metrics = metrics;
        this.dataset = dataset;
        this.work = work;
        this.version = version;
        this.reported = new ReportedBefore(work);
    }

    @Override
    public StepName name() {
        return StepName.REPORT;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("draws the page");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("metrics", Digest.of(Json.write(metrics)))
                .add(
                        "before",
                        reported.otherThan(metrics)
                                .map(Json::write)
                                .map(Digest::of)
                                .orElse("none"))
                .add(
                        "template",
                        settings.generate()
                                .templates()
                                .map(folder -> folder.resolve(ReportPage.TEMPLATE))
                                .filter(Files::isRegularFile)
                                .map(Digest::of)
                                .orElse("the plugin's"))
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) {
        Path weights = work.folder(StepName.QUANTIZE);
        Network network = NetworkFolder.read(new TrainingFiles(work.folder(StepName.TRAIN)).network());
        Network folded = settings.precision().finetunes()
                ? NetworkFolder.read(new TrainingFiles(work.folder(StepName.FINETUNE)).network())
                : FoldBatchNorm.fold(network);
        Quantization quantization = QuantizationStore.load(weights);
        SeenRanges seen = Json.read(weights.resolve(SeenRanges.FILE), SeenRanges.class);
        HardwarePlan plan = PlanStore.load(work.folder(StepName.PLAN));
        Dataset data = dataset.read(network.architecture().classes());
        Predictions predictions = PredictionFile.read(weights.resolve(QuantizeStep.PREDICTIONS));

        ReportData report = ReportData.of(metrics)
                .withRecognition(Recognition.of(data.test(), predictions, PICTURES))
                .withCourse(new Course(
                        epochs(StepName.TRAIN),
                        settings.precision().finetunes() ? epochs(StepName.FINETUNE) : List.of()))
                .withEffects(LayerEffects.of(
                        folded,
                        settings.precision().precision(),
                        data.training(),
                        data.test(),
                        Runtime.getRuntime().availableProcessors()))
                .withRanges(
                        LayerFindings.values(folded, quantization, data.test().first(HISTOGRAM_IMAGES)),
                        quantization.warnings(),
                        LayerFindings.accumulators(quantization, seen.accumulators()))
                .withPlan(
                        PlanMemories.of(plan).byLayer(),
                        OriginalNames.read(weights.resolve(QuantizeStep.INTERNAL))
                                .layers(),
                        resources(plan),
                        PlanDetails.of(plan))
                .withBackground(
                        new ReportData.Background(used(), origins(data, upstream), reported.otherThan(metrics)));
        ReportData all = report.withDiagnosis(
                kept(upstream, StepName.DIAGNOSE, DiagnoseStep.FILE, ModelDiagnosis.class),
                kept(upstream, StepName.ROUNDING_TRIAL, TrialStep.FILE, RoundingTrials.class));
        AtomicFile.write(
                staging.resolve(PAGE),
                ReportPage.render(all, settings.generate().templates()));
        reported.remember(metrics);
    }

    private <T> Optional<T> kept(UpstreamDigests upstream, StepName step, String file, Class<T> type) {
        return upstream.has(step) ? Optional.of(Json.read(work.folder(step).resolve(file), type)) : Optional.empty();
    }

    private List<Course.Epoch> epochs(StepName step) {
        Path file = new TrainingFiles(work.folder(step)).history();
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return Json.read(file, TrainingHistory.class).perEpoch().stream()
                .map(epoch -> new Course.Epoch(
                        epoch.epoch(),
                        epoch.loss(),
                        OptionalDouble.of(epoch.validationLoss()),
                        OptionalDouble.of(epoch.validationAccuracy())))
                .toList();
    }

    private static List<ReportData.Resource> resources(HardwarePlan plan) {
        Resources used = plan.estimate();
        Resources available = plan.part().resources();
        return List.of(
                resource("lut", used.lut(), available.lut()),
                resource("ff", used.ff(), available.ff()),
                resource("dsp", used.dsp(), available.dsp()),
                resource("bram18", used.bram18(), available.bram18()),
                resource("uram", used.uram(), available.uram()));
    }

    private static ReportData.Resource resource(String name, long used, long available) {
        return new ReportData.Resource(name, used, OptionalLong.of(available));
    }

    private Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        used.put("plugin", version);
        used.put("precision", settings.precision().precision().text());
        used.put("calibrationImages", Integer.toString(settings.precision().calibrationImages()));
        used.put("part", settings.generate().hardware().part().name());
        used.put("clockPeriodNs", Double.toString(settings.generate().hardware().clockPeriodNs()));
        used.put("interface", settings.generate().interfaceKind().label());
        used.put("control", settings.generate().control().label());
        if (settings.train().model().isEmpty()) {
            used.putAll(
                    new Inputs().addAll("training", settings.train().training()).toMap());
            if (!settings.train().training().limitsImages()) {
                used.put("training.trainingImages", "all");
            }
        }
        return used;
    }

    private static List<ReportData.Origin> origins(Dataset data, UpstreamDigests upstream) {
        List<ReportData.Origin> origins = new ArrayList<>();
        origins.add(new ReportData.Origin("data set", data.digest()));
        for (StepName step : List.of(StepName.TRAIN, StepName.QUANTIZE, StepName.GENERATE)) {
            origins.add(new ReportData.Origin(step.folder() + "/", upstream.of(step)));
        }
        return origins;
    }
}
