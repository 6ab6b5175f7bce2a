/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.InvalidSettingException;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses foldings for a network, and works out what follows from them. */
public final class Planner {
    /** A design that fills a part to the brim does not route: so much of each resource may be planned. */
    static final int USABLE_PERCENT = 90;

    private static final double NS_PER_SECOND = 1e9;

    /**
     * Plans.
     *
     * @throws InvalidSettingException if no design does what is asked; says which resource or layer is in the way, by
     *                                 how much, and the nearest design there is
     */
    public HardwarePlan plan(QuantizedNetwork network, HardwareRequest request) {
        Part part = Parts.find(request.part(), request.resources());
        FoldingSearch search = new FoldingSearch(network, FoldingOptions.of(network, request.foldings()));
        PlanAssembly assembly = new PlanAssembly(network, part, request.clockPeriodNs());
        if (request.targetImagesPerSecond().isPresent()) {
            return reachingSpeed(search, assembly, request);
        }
        if (request.maxMultipliers().isPresent()) {
            return withinMultipliers(search, assembly, request.maxMultipliers().getAsInt());
        }
        if (request.maxLatencyCycles().isPresent()) {
            return withinLatency(search, assembly, request.maxLatencyCycles().getAsLong());
        }
        return fastest(search, assembly);
    }

    private static HardwarePlan fastest(FoldingSearch search, PlanAssembly assembly) {
        Optional<List<Folding>> foldings = fastestFoldings(search, assembly);
        if (foldings.isPresent()) {
            return assembly.assemble(foldings.get());
        }
        List<Long> intervals = search.intervals();
        FoldingSearch.Choice smallest =
                search.cheapest(intervals.get(intervals.size() - 1)).orElseThrow();
        throw tooLarge(assembly, smallest.foldings(), "Choose a larger part, or use fewer bits or smaller layers.");
    }

    private static Optional<List<Folding>> fastestFoldings(FoldingSearch search, PlanAssembly assembly) {
        Resources usable = assembly.part().resources().percent(USABLE_PERCENT);
        for (long interval : search.intervals()) {
            Optional<FoldingSearch.Choice> choice = search.cheapest(interval);
            if (choice.isPresent() && assembly.estimate(choice.get().foldings()).fits(usable)) {
                return Optional.of(choice.get().foldings());
            }
        }
        return Optional.empty();
    }

    private static HardwarePlan withinMultipliers(FoldingSearch search, PlanAssembly assembly, int most) {
        long fewest = Long.MAX_VALUE;
        for (long interval : search.intervals()) {
            Optional<FoldingSearch.Choice> choice = search.cheapest(interval);
            if (choice.isPresent()) {
                fewest = choice.get().multipliers();
                if (fewest <= most) {
                    return fitting(search, assembly, choice.get().foldings());
                }
            }
        }
        throw new InvalidSettingException(
                "<maxMultipliers> (-Dmnist-hls.maxMultipliers)",
                most,
                "the smallest design needs " + fewest + ", one per convolution and dense layer",
                "Allow at least " + fewest + ".");
    }

    private static HardwarePlan reachingSpeed(FoldingSearch search, PlanAssembly assembly, HardwareRequest request) {
        double imagesPerSecond = request.targetImagesPerSecond().getAsDouble();
        long interval = (long) Math.floor(NS_PER_SECOND / (imagesPerSecond * request.clockPeriodNs()));
        Optional<FoldingSearch.Choice> choice = search.cheapest(interval);
        if (choice.isPresent()) {
            return fitting(search, assembly, choice.get().foldings());
        }
        HardwarePlan nearest = fastest(search, assembly);
        throw new InvalidSettingException(
                "<targetImagesPerSecond> (-Dmnist-hls.targetImagesPerSecond)",
                String.format(Locale.ROOT, "%.0f", imagesPerSecond),
                "that leaves " + interval + " cycles per image, but " + slowest(nearest) + " needs "
                        + nearest.intervalCycles() + " in the fastest design",
                String.format(
                        Locale.ROOT,
                        "Ask for at most %.0f images per second, or shorten <clockPeriodNs>.",
                        Math.floor(nearest.imagesPerSecond())));
    }

    /** The cheapest of the designs that are best for their interval. */
    private static HardwarePlan withinLatency(FoldingSearch search, PlanAssembly assembly, long most) {
        Resources usable = assembly.part().resources().percent(USABLE_PERCENT);
        List<Folding> cheapest = null;
        long shortest = Long.MAX_VALUE;
        long previous = -1;
        for (long interval : search.intervals()) {
            Optional<FoldingSearch.Choice> choice = search.cheapest(interval);
            if (interval > most && shortest < Long.MAX_VALUE) {
                break;
            }
            if (choice.isPresent()
                    && choice.get().multipliers() != previous
                    && assembly.estimate(choice.get().foldings()).fits(usable)) {
                previous = choice.get().multipliers();
                long latency = assembly.latency(choice.get().foldings());
                shortest = Math.min(shortest, latency);
                cheapest = latency <= most ? choice.get().foldings() : cheapest;
            }
        }
        if (cheapest == null) {
            throw new InvalidSettingException(
                    "<maxLatencyCycles> (-Dmnist-hls.maxLatencyCycles)",
                    most,
                    "the shortest latency of a design that fits "
                            + assembly.part().name() + " is " + shortest + " cycles",
                    "Allow at least " + shortest + ", or choose a larger part.");
        }
        return assembly.assemble(cheapest);
    }

    private static HardwarePlan fitting(FoldingSearch search, PlanAssembly assembly, List<Folding> foldings) {
        Resources usable = assembly.part().resources().percent(USABLE_PERCENT);
        if (assembly.estimate(foldings).fits(usable)) {
            return assembly.assemble(foldings);
        }
        String nearest = fastestFoldings(search, assembly)
                .map(assembly::assemble)
                .map(plan -> "The nearest design that fits has " + plan.multipliers() + " multipliers and takes "
                        + plan.intervalCycles()
                        + " cycles per image: lower the target to that, or choose a larger part.")
                .orElse("No design fits: choose a larger part.");
        throw tooLarge(assembly, foldings, nearest);
    }

    private static InvalidSettingException tooLarge(PlanAssembly assembly, List<Folding> foldings, String remedy) {
        Resources usable = assembly.part().resources().percent(USABLE_PERCENT);
        Resources wanted = assembly.estimate(foldings);
        List<String> problems = new ArrayList<>();
        compare(problems, "DSP slices", wanted.dsp(), usable.dsp());
        compare(problems, "18-kbit block memories", wanted.bram18(), usable.bram18());
        compare(problems, "lookup tables", wanted.lut(), usable.lut());
        compare(problems, "flip-flops", wanted.ff(), usable.ff());
        return new InvalidSettingException(
                "<part> (-Dmnist-hls.part)",
                assembly.part().name(),
                "the design needs about " + String.join(" and ", problems) + " (" + USABLE_PERCENT
                        + " % of the part may be planned); most of it goes to layer '"
                        + assembly.largestLayer(foldings) + "'",
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
