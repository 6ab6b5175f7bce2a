/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why there is no plan: which resource or layer is in the way, by how much, and the nearest design there is. */
final class PlanRefusal {
    private final PlanSearch plans;
    private final PlanSearch fewest;
    private final FoldingSearch search;
    private final PlanAssembly assembly;
    private final HardwareRequest request;
    private final Load usable;

    /**
     * Of a request.
     *
     * @param plans  in which nothing was found
     * @param fewest the same, in which the best has fewest multipliers
     */
    PlanRefusal(PlanSearch plans, PlanSearch fewest, PlanAssembly assembly, HardwareRequest request) {
        this.plans = plans;
        this.fewest = fewest;
        this.search = plans.search();
        this.assembly = assembly;
        this.request = request;
        this.usable = new Load(plans.usable(), Long.MAX_VALUE);
    }

    InvalidSettingException exception() {
        Optional<FoldingSearch.Choice> smallest = smallest(fewest.search(), usable);
        if (smallest.isEmpty()) {
            return tooLarge(
                    smallest(search, Load.UNLIMITED).orElseThrow().foldings(),
                    "Choose a larger part, or use fewer bits or smaller layers.");
        }
        if (request.targetImagesPerSecond().isPresent()) {
            return tooSlow();
        }
        return request.maxMultipliers().isPresent() ? tooFew(smallest.get()) : tooLate();
    }

    private static Optional<FoldingSearch.Choice> smallest(FoldingSearch search, Load most) {
        List<Long> intervals = search.intervals();
        return search.cheapest(intervals.get(intervals.size() - 1), most);
    }

    private InvalidSettingException tooFew(FoldingSearch.Choice smallest) {
        int most = request.maxMultipliers().getAsInt();
        long fewest = assembly.multipliers(smallest.foldings());
        return new InvalidSettingException(
                Settings.MAX_MULTIPLIERS,
                most,
                "the smallest design that fits " + assembly.part().name() + " needs " + fewest + ", which is "
                        + (fewest - most) + " more",
                "Allow at least " + fewest + ".");
    }

    private InvalidSettingException tooSlow() {
        long interval = plans.intervalAsked();
        Optional<FoldingSearch.Choice> unlimited = search.cheapest(interval, Load.UNLIMITED);
        HardwarePlan nearest =
                assembly.assemble(plans.fastest(usable).orElseThrow().foldings());
        if (unlimited.isPresent()) {
            return tooLarge(
                    unlimited.get().foldings(),
                    "The nearest design that fits has " + nearest.multipliers() + " multipliers and takes "
                            + nearest.intervalCycles()
                            + " cycles per image: lower the target to that, or choose a larger part.");
        }
        return new InvalidSettingException(
                Settings.TARGET_IMAGES_PER_SECOND,
                String.format(
                        Locale.ROOT, "%.0f", request.targetImagesPerSecond().getAsDouble()),
                "that leaves " + interval + " cycles per image, but " + slowest(nearest) + " needs "
                        + nearest.intervalCycles() + " in the fastest design",
                String.format(
                        Locale.ROOT,
                        "Ask for at most %.0f images per second, or shorten <clockPeriodNs>.",
                        Math.floor(nearest.imagesPerSecond())));
    }

    private InvalidSettingException tooLate() {
        long most = request.maxLatencyCycles().getAsLong();
        List<Folding> fastest = plans.lowestLatency(usable).orElseThrow();
        HardwarePlan nearest = assembly.assemble(fastest);
        return new InvalidSettingException(
                Settings.MAX_LATENCY_CYCLES,
                most,
                "the shortest latency found for a design that fits "
                        + assembly.part().name() + " is " + nearest.latencyCycles() + " cycles, "
                        + (nearest.latencyCycles() - most) + " more, with " + nearest.multipliers()
                        + " multipliers; most of its resources go to layer '" + assembly.largestLayer(fastest) + "'",
                "Allow at least " + nearest.latencyCycles() + ", or choose a larger part.");
    }

    private InvalidSettingException tooLarge(List<Folding> foldings, String remedy) {
        Resources wanted = assembly.estimate(foldings);
        Resources there = usable.resources();
        List<String> problems = new ArrayList<>();
        compare(problems, "DSP slices", wanted.dsp(), there.dsp());
        compare(problems, "18-kbit block memories", wanted.bram18(), there.bram18());
        compare(problems, "lookup tables", wanted.lut(), there.lut());
        compare(problems, "flip-flops", wanted.ff(), there.ff());
        return new InvalidSettingException(
                Settings.PART,
                assembly.part().name(),
                "the design needs about " + String.join(" and ", problems) + " (" + PlanSearch.USABLE_PERCENT
                        + " % of the part may be planned); most of it goes to layer '"
                        + assembly.largestLayer(foldings, wanted.beyond(there)) + "'",
                remedy);
    }

    private static void compare(List<String> problems, String what, long wanted, long usable) {
        if (wanted > usable) {
            problems.add(wanted + " " + what + ", " + (wanted - usable) + " more than the " + usable + " there are");
        }
    }

    private static String slowest(HardwarePlan plan) {
        return plan.processes().stream()
                .filter(process -> process.intervalCycles() == plan.intervalCycles())
                .findFirst()
                .map(process -> "process '" + process.name() + "'")
                .orElse("the design");
    }
}
