/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.reporting.Metrics.AccuracyMetrics;
import io.github.mnisthls.reporting.Metrics.LayerMetrics;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.ModuleReport;
import io.github.mnisthls.toolchain.ReportedResources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Compares what was measured with a budget. Where the tool has measured something, its figure is used instead of the plan's
 * estimate; where only an estimate is there, the miss says so. A limit whose figure is not there is listed as unchecked.
 */
public final class BudgetCheck {
    private static final double PERCENT = 100;

    private final Budget budget;
    private final Metrics metrics;
    private final List<ModuleReport> modules;
    private final List<BudgetMiss> misses = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private BudgetCheck(Budget budget, Metrics metrics, Optional<CsynthReport> report) {
        this.budget = budget;
        this.metrics = metrics;
        this.modules = report.map(CsynthReport::modules).orElse(List.of());
    }

    /**
     * Checks.
     *
     * @param metrics what was measured
     * @param report  the tool's report, which names the module to blame; if there is none the plan's layer is named
     */
    public static BudgetVerdict check(Budget budget, Metrics metrics, Optional<CsynthReport> report) {
        return new BudgetCheck(budget, metrics, report).check();
    }

    private BudgetVerdict check() {
        checkBitExact();
        checkAccuracy();
        checkAccuracyDrop();
        checkFlips();
        checkCycles(
                "intervalCycles",
                budget.intervalCycles(),
                tool(Metrics.SynthesisMetrics::intervalCycles),
                metrics.hardware().map(Metrics.HardwareMetrics::intervalCycles),
                largestModule("interval", ModuleReport::interval).or(this::slowestLayer));
        checkCycles(
                "latencyCycles",
                budget.latencyCycles(),
                tool(Metrics.SynthesisMetrics::latencyCycles),
                metrics.hardware().map(Metrics.HardwareMetrics::latencyCycles),
                largestModule("latency", ModuleReport::latency).or(this::slowestLayer));
        checkResource("lut", "LUT", budget.lut(), Metrics.SynthesisMetrics::lut, ReportedResources::lut);
        checkResource("dsp", "DSP", budget.dsp(), Metrics.SynthesisMetrics::dsp, ReportedResources::dsp);
        checkResource("bram18", "BRAM18", budget.bram18(), Metrics.SynthesisMetrics::bram18, ReportedResources::bram18);
        checkClock();
        return new BudgetVerdict(misses, unchecked);
    }

    private void checkBitExact() {
        if (!budget.bitExact()) {
            return;
        }
        Optional<Metrics.CsimMetrics> csim = metrics.csim();
        if (csim.isEmpty()) {
            unchecked.add("bitExact: C simulation did not run");
        } else if (csim.get().logitsDiffering() != 0) {
            misses.add(new BudgetMiss(
                    "bitExact",
                    csim.get().logitsDiffering() + " of "
                            + csim.get().logitsCompared()
                            + " logits of C simulation differ from the emulator; " + Budget.setting("bitExact")
                            + " allows none. See the log of csim."));
        }
    }

    private void checkAccuracy() {
        if (budget.minimumAccuracy().isEmpty()) {
            return;
        }
        double limit = budget.minimumAccuracy().getAsDouble();
        OptionalDouble seen = worstAccuracy();
        if (seen.isEmpty()) {
            unchecked.add("minimumAccuracy: the quantized network's accuracy was not measured");
        } else if (seen.getAsDouble() < limit) {
            misses.add(new BudgetMiss(
                    "minimumAccuracy",
                    "accuracy of the quantized network is " + percent(seen.getAsDouble()) + ", but "
                            + Budget.setting("minimumAccuracy") + " asks for " + percent(limit)
                            + ". Train longer, or give more bits."));
        }
    }

    /** Of the stages that classified the whole test set; co-simulation sees a few images only. */
    private OptionalDouble worstAccuracy() {
        return metrics.accuracy().stream()
                .flatMapToDouble(
                        accuracy -> DoubleStream.concat(accuracy.quantized().stream(), accuracy.csim().stream()))
                .min();
    }

    private void checkAccuracyDrop() {
        OptionalDouble quantized = worstAccuracy();
        OptionalDouble float32 =
                metrics.accuracy().map(AccuracyMetrics::float32).orElseGet(OptionalDouble::empty);
        if (quantized.isEmpty() || float32.isEmpty()) {
            if (budget.largestAccuracyDrop().isPresent()) {
                unchecked.add("largestAccuracyDrop: accuracy before or after quantization was not measured");
            }
            return;
        }
        double limit = budget.largestAccuracyDrop().orElse(Budget.TOLERATED_DROP);
        double drop = float32.getAsDouble() - quantized.getAsDouble();
        if (drop > limit) {
            String allowed = budget.largestAccuracyDrop().isPresent()
                    ? Budget.setting("largestAccuracyDrop") + " allows " + points(limit)
                    : "without a larger " + Budget.setting("largestAccuracyDrop") + " at most " + points(limit)
                            + " pass";
            misses.add(new BudgetMiss(
                    "largestAccuracyDrop",
                    "accuracy drops from " + percent(float32.getAsDouble()) + " (float32) to "
                            + percent(quantized.getAsDouble()) + ", by " + points(drop) + " points, but " + allowed
                            + ". Give more bits, or precision auto."));
        }
    }

    private void checkFlips() {
        if (budget.largestFlips().isEmpty()) {
            return;
        }
        long limit = budget.largestFlips().getAsLong();
        OptionalInt flips = metrics.accuracy().map(AccuracyMetrics::flips).orElseGet(OptionalInt::empty);
        if (flips.isEmpty()) {
            unchecked.add("largestFlips: the classes before and after quantization were not compared");
        } else if (flips.getAsInt() > limit) {
            misses.add(new BudgetMiss(
                    "largestFlips",
                    flips.getAsInt()
                            + " test images have a different class in the quantized network than in float32, but "
                            + Budget.setting("largestFlips") + " allows " + limit
                            + ". Give more bits, or precision auto."));
        }
    }

    private void checkCycles(
            String name,
            OptionalLong limit,
            Optional<Long> measured,
            Optional<Long> estimated,
            Optional<String> blame) {
        if (limit.isEmpty()) {
            return;
        }
        Optional<Long> seen = measured.or(() -> estimated);
        if (seen.isEmpty()) {
            unchecked.add(name + ": neither the tool nor the plan gives it");
            return;
        }
        if (seen.get() > limit.getAsLong()) {
            misses.add(new BudgetMiss(
                    name,
                    name + " is " + seen.get() + (measured.isEmpty() ? " (estimate)" : toolSuffix()) + ", but "
                            + Budget.setting(name) + " allows " + limit.getAsLong()
                            + blame.map(text -> "; " + text).orElse("") + ". Raise the parallelism or the limit."));
        }
    }

    private void checkResource(
            String name,
            String title,
            OptionalLong limit,
            Function<Metrics.SynthesisMetrics, OptionalLong> figure,
            Function<ReportedResources, OptionalLong> part) {
        if (limit.isEmpty()) {
            return;
        }
        Optional<Long> seen = tool(figure);
        if (seen.isEmpty()) {
            unchecked.add(name + ": no tool has synthesized the design");
        } else if (seen.get() > limit.getAsLong()) {
            String blame = largestModule(title, module -> part.apply(module.used()))
                    .map(text -> "; " + text)
                    .orElse("");
            misses.add(new BudgetMiss(
                    name,
                    title + " is " + seen.get() + toolSuffix() + ", but " + Budget.setting(name) + " allows "
                            + limit.getAsLong() + blame + ". Lower the parallelism or raise the limit."));
        }
    }

    private void checkClock() {
        if (budget.clockPeriodNs().isEmpty()) {
            return;
        }
        double limit = budget.clockPeriodNs().getAsDouble();
        OptionalDouble seen = metrics.synthesis()
                .map(Metrics.SynthesisMetrics::estimatedClockPeriodNs)
                .orElseGet(OptionalDouble::empty);
        if (seen.isEmpty()) {
            unchecked.add("clockPeriodNs: no tool has synthesized the design");
        } else if (seen.getAsDouble() > limit) {
            misses.add(new BudgetMiss(
                    "clockPeriodNs",
                    String.format(Locale.ROOT, "the clock period is %.3f ns%s", seen.getAsDouble(), toolSuffix())
                            + ", but "
                            + Budget.setting("clockPeriodNs")
                            + String.format(Locale.ROOT, " allows %.3f ns", limit)
                            + slowestPath().map(text -> "; " + text).orElse("")
                            + ". Raise the clock period or lower the parallelism."));
        }
    }

    private String toolSuffix() {
        return metrics.synthesis()
                .map(tool -> " (" + tool.tool() + " " + tool.version() + ")")
                .orElse("");
    }

    /** A figure of the tool, if it ran and gave it. */
    private Optional<Long> tool(Function<Metrics.SynthesisMetrics, OptionalLong> figure) {
        return metrics.synthesis()
                .map(figure)
                .flatMap(value -> value.stream().boxed().findFirst());
    }

    private Optional<String> largestModule(String title, Function<ModuleReport, OptionalLong> figure) {
        return modules.stream()
                .filter(module -> figure.apply(module).isPresent())
                .max(Comparator.comparingLong(module -> figure.apply(module).getAsLong()))
                .map(module -> "the largest " + title + " is that of module " + module.name() + ", "
                        + figure.apply(module).getAsLong());
    }

    private Optional<String> slowestPath() {
        return modules.stream()
                .filter(module -> module.estimatedClockPeriodNs().isPresent())
                .max(Comparator.comparingDouble(
                        module -> module.estimatedClockPeriodNs().getAsDouble()))
                .map(module -> String.format(
                        Locale.ROOT,
                        "the slowest path is in module %s, %.3f ns",
                        module.name(),
                        module.estimatedClockPeriodNs().getAsDouble()));
    }

    private Optional<String> slowestLayer() {
        return metrics.hardware().stream()
                .flatMap(plan -> plan.layers().stream())
                .max(Comparator.comparingLong(LayerMetrics::intervalCycles))
                .map(layer ->
                        "the slowest layer of the plan is " + layer.name() + ", " + layer.intervalCycles() + " cycles");
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", PERCENT * fraction);
    }

    private static String points(double fraction) {
        return String.format(Locale.ROOT, "%.3f", PERCENT * fraction);
    }
}
