/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.LayerEffects;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.Dataflow;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.quantization.RangeWarning;
import io.github.mnisthls.quantization.RawRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Reports to look at and to test with: real images, invented but possible figures. */
final class SampleReports {
    static final String NASTY = "<script>alert('x')</script> \"${page}\" &amp; #end 数字 \u0007";

    private static final FixedPointFormat SIXTEEN = FixedPointFormat.signed(16, 8);
    private static final int PICTURES = 24;
    private static final Recognition RECOGNITION = recognition();

    private SampleReports() {}

    /** Only what {@code quantize} gives. */
    static ReportData minimal() {
        return ReportData.of(new Metrics(
                Metrics.SCHEMA,
                Optional.of(new Metrics.NetworkMetrics("digits", 35_108, 271_920, "ap_fixed<16,8>")),
                Optional.of(new Metrics.AccuracyMetrics(
                        OptionalDouble.of(0.9931),
                        OptionalDouble.of(0.9931),
                        OptionalDouble.of(0.993),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** Everything. */
    static ReportData full() {
        return filled("digits", List.of("conv1", "pool1", "conv2", "pool2", "dense1", "dense2"));
    }

    /** Everything, with names that try to break out of their place. */
    static ReportData hostile() {
        return filled(NASTY, List.of(NASTY, "x".repeat(300), "conv2\"><img src=x>", "'pool2'", "</td>", "]]>"));
    }

    private static ReportData filled(String name, List<String> layers) {
        return ReportData.of(metrics(name, layers))
                .withCourse(new Course(epochs(), epochs().subList(0, 5)))
                .withDiagnosis(Optional.of(SampleDiagnoses.of(layers)), Optional.of(SampleTrials.of(layers)))
                .withRecognition(RECOGNITION)
                .withEffects(effects(layers))
                .withRanges(values(layers), warnings(name), accumulators(layers))
                .withPlan(memories(layers), Map.of(), resources(), details(layers))
                .withBackground(
                        new ReportData.Background(settings(name), origins(name), Optional.of(before(name, layers))));
    }

    private static Metrics metrics(String name, List<String> layers) {
        List<Metrics.LayerMetrics> plan = List.of(
                new Metrics.LayerMetrics(layers.get(0), 6, 10, 1_440, 60, 16, 25),
                new Metrics.LayerMetrics(layers.get(1), 6, 1, 576, 0, 0, 16),
                new Metrics.LayerMetrics(layers.get(2), 8, 13, 1_536, 104, 16, 28),
                new Metrics.LayerMetrics(layers.get(3), 16, 1, 64, 0, 0, 16),
                new Metrics.LayerMetrics(layers.get(4), 4, 5, 1_536, 20, 16, 29),
                new Metrics.LayerMetrics(layers.get(5), 1, 1, 1_200, 1, 16, 27));
        return new Metrics(
                Metrics.SCHEMA,
                Optional.of(new Metrics.NetworkMetrics(name, 35_108, 271_920, "ap_fixed<16,8>")),
                Optional.of(new Metrics.AccuracyMetrics(
                        OptionalDouble.of(0.9931),
                        OptionalDouble.of(0.9931),
                        OptionalDouble.of(0.993),
                        OptionalDouble.of(0.993),
                        OptionalDouble.of(1.0),
                        OptionalInt.of(7))),
                Optional.of(new Metrics.TrainingMetrics(20, 42, 14.83, 18, 0.99283)),
                Optional.empty(),
                Optional.of(new Metrics.EmulatorMetrics(10_000, 12_345.6)),
                Optional.of(new Metrics.CsimMetrics(
                        "g++ 12.2.0", 10_000, 100_000, 0, OptionalDouble.of(3_456.7), OptionalDouble.of(8.9))),
                Optional.of(new Metrics.HardwareMetrics(
                        "xc7z020clg400-1",
                        10,
                        1_536,
                        4_211,
                        185,
                        Optional.of(new Metrics.ResourceMetrics(29_500, 33_000, 185, 42, 0)),
                        plan)),
                Optional.of(new Metrics.SynthesisMetrics(
                        "vitis_hls",
                        "2023.2",
                        OptionalDouble.of(7.3),
                        OptionalLong.of(4_388),
                        OptionalLong.of(1_541),
                        OptionalLong.of(31_204),
                        OptionalLong.of(28_911),
                        OptionalLong.of(189),
                        OptionalLong.of(44),
                        OptionalLong.empty())),
                Optional.of(new Metrics.CosimMetrics(
                        "vitis_hls", "2023.2", 3, OptionalLong.of(4_390), OptionalLong.of(1_541))),
                Optional.of(new Metrics.ExportMetrics(
                        "vitis_hls",
                        "2023.2",
                        "ip_catalog",
                        Optional.of("impl"),
                        OptionalDouble.of(8.1),
                        OptionalLong.of(24_112),
                        OptionalLong.of(26_007),
                        OptionalLong.of(189),
                        OptionalLong.of(44),
                        OptionalLong.of(0))));
    }

    private static List<Course.Epoch> epochs() {
        Random random = new Random(1);
        List<Course.Epoch> epochs = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            double loss = 0.28 / number + 0.012 + 0.003 * random.nextDouble();
            epochs.add(new Course.Epoch(
                    number,
                    loss,
                    OptionalDouble.of(0.03 + 0.1 / number),
                    OptionalDouble.of(0.9925 - 0.02 / (number * number) + 0.0006 * random.nextDouble())));
        }
        return epochs;
    }

    private static Recognition recognition() {
        LabeledImages images = DatasetReader.mnist().test();
        Random random = new Random(2);
        double[][] logits = new double[images.count()][10];
        for (int i = 0; i < logits.length; i++) {
            for (int c = 0; c < 10; c++) {
                logits[i][c] = random.nextGaussian();
            }
            logits[i][images.label(i)] += 9;
            if (random.nextInt(140) == 0) {
                logits[i][(images.label(i) * 7 + 3 * random.nextInt(3)) % 10] += 7 + 4 * random.nextDouble();
            }
        }
        return Recognition.of(images, 10, (image, classIndex) -> logits[image][classIndex], PICTURES);
    }

    private static List<ReportData.LayerValues> values(List<String> layers) {
        Random random = new Random(3);
        return List.of(
                layerValues(
                        layers.get(0), 150, () -> 0.3 * random.nextGaussian(), () -> relu(2 * random.nextGaussian())),
                layerValues(
                        layers.get(2),
                        2_400,
                        () -> 0.08 * random.nextGaussian(),
                        () -> relu(4 * random.nextGaussian())),
                layerValues(
                        layers.get(4),
                        30_720,
                        () -> 0.03 * random.nextGaussian(),
                        () -> relu(random.nextGaussian() - 1)),
                layerValues(
                        layers.get(5),
                        1_200,
                        () -> 0.12 * random.nextGaussian(),
                        () -> 60 * random.nextGaussian() - 5));
    }

    private static List<RangeWarning> warnings(String name) {
        return List.of(
                new RangeWarning("dense1", false, "Layer dense1 can give values that are too large."),
                new RangeWarning("dense2", true, "Layer dense2 of " + name + " gives values that are too large."));
    }

    private static LayerEffects effects(List<String> layers) {
        return new LayerEffects(
                500,
                0.994,
                List.of(
                        effect(LayerEffects.PIXELS, 0.994, 0.994),
                        effect(layers.get(0), 0.992, 0.992),
                        effect(layers.get(2), 0.571, 0.568),
                        new LayerEffects.Effect(layers.get(4), OptionalDouble.empty(), OptionalDouble.of(0.57)),
                        effect(layers.get(5), 0.99, 0.566)));
    }

    private static LayerEffects.Effect effect(String layer, double alone, double cumulative) {
        return new LayerEffects.Effect(layer, OptionalDouble.of(alone), OptionalDouble.of(cumulative));
    }

    private static double relu(double value) {
        return Math.max(0, value);
    }

    private static ReportData.LayerValues layerValues(
            String name, int weights, DoubleSupplier weight, DoubleSupplier activation) {
        return new ReportData.LayerValues(
                name, Optional.of(histogram(weights, weight)), Optional.of(histogram(50_000, activation)));
    }

    private static ValueHistogram histogram(int count, DoubleSupplier values) {
        ValueHistogram.Counter counter = ValueHistogram.counter(SIXTEEN);
        for (int i = 0; i < count; i++) {
            counter.add(values.getAsDouble());
        }
        return counter.build();
    }

    private static List<ReportData.AccumulatorRange> accumulators(List<String> layers) {
        return List.of(
                accumulator(layers.get(0), 25, 2_100_000, 9_000_000),
                accumulator(layers.get(2), 28, 9_000_000, 101_000_000),
                accumulator(layers.get(4), 29, 4_100_000, 199_000_000),
                accumulator(layers.get(5), 27, 3_000_000, 44_000_000));
    }

    private static ReportData.AccumulatorRange accumulator(String name, int width, long seen, long proved) {
        return new ReportData.AccumulatorRange(
                name,
                FixedPointFormat.signed(width, width - 16),
                RawRange.of(-proved, proved - 12_345),
                RawRange.of(-proved, proved),
                Optional.of(RawRange.of(-seen, seen / 2)));
    }

    private static Map<String, String> memories(List<String> layers) {
        Map<String, String> memories = new LinkedHashMap<>();
        memories.put(layers.get(0), "weights in LUTRAM, 4 rows in BRAM");
        memories.put(layers.get(2), "weights in 2 BRAM18, 4 rows in BRAM");
        memories.put(layers.get(4), "weights in 28 BRAM18");
        memories.put(layers.get(5), "weights in 2 BRAM18");
        return memories;
    }

    private static PlanDetails details(List<String> layers) {
        return new PlanDetails(
                List.of(
                        new PlanDetails.Share(layers.get(0), new Resources(4_100, 5_200, 60, 4, 0)),
                        new PlanDetails.Share(layers.get(2), new Resources(9_800, 11_300, 104, 6, 0))),
                List.of(new PlanDetails.Fifo("words_1", layers.get(0), layers.get(2), 1_024, 700, 96)),
                layers.stream()
                        .map(layer -> new PlanDetails.Worker(layer, activity(layers.indexOf(layer))))
                        .toList(),
                List.of(2_400L, 4_000L),
                new PlanDetails.ImagePort(1, 784));
    }

    /** Waits at first, longer the further behind, and is blocked now and then. */
    private static Dataflow.Activity activity(int place) {
        List<Integer> waiting = IntStream.range(0, Dataflow.PARTS)
                .map(part -> part < 12 * place ? 100 : part % 50)
                .boxed()
                .toList();
        List<Integer> blocked = IntStream.range(0, Dataflow.PARTS)
                .map(part -> part < 12 * place || part % 9 > 0 ? 0 : 40)
                .boxed()
                .toList();
        return new Dataflow.Activity(300L * place, 44, waiting, blocked);
    }

    private static Metrics before(String name, List<String> layers) {
        Metrics now = metrics(name, layers);
        return new Metrics(
                Metrics.SCHEMA,
                now.network(),
                Optional.of(new Metrics.AccuracyMetrics(
                        OptionalDouble.of(0.995),
                        OptionalDouble.of(0.995),
                        OptionalDouble.of(0.9991),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty())),
                now.training(),
                now.finetuning(),
                now.emulator(),
                now.csim(),
                now.hardware(),
                now.synthesis(),
                now.cosim(),
                now.export());
    }

    private static List<ReportData.Resource> resources() {
        return List.of(
                new ReportData.Resource("lut", 29_500, OptionalLong.of(53_200)),
                new ReportData.Resource("ff", 33_000, OptionalLong.of(106_400)),
                new ReportData.Resource("dsp", 185, OptionalLong.of(220)),
                new ReportData.Resource("bram18", 42, OptionalLong.of(280)));
    }

    private static Map<String, String> settings(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("network", name);
        settings.put("precision", "ap_fixed<16,8>");
        settings.put("weightRounding", "AP_RND_CONV");
        settings.put("part", "xc7z020clg400-1");
        settings.put("clockPeriodNs", "10");
        settings.put("interface", "axis");
        settings.put("epochs", "20");
        settings.put("seed", "42");
        return settings;
    }

    private static List<ReportData.Origin> origins(String name) {
        return List.of(
                new ReportData.Origin("data set", Digest.of("data set")),
                new ReportData.Origin("model " + name, Digest.of("model")),
                new ReportData.Origin("weights", Digest.of("weights")),
                new ReportData.Origin("generated sources", Digest.of("sources")));
    }
}
