/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses foldings for a network, and works out what follows from them. */
public final class Planner {
    /** A design that fills a part to the brim does not route: so much of each resource may be planned. */
    static final int USABLE_PERCENT = 90;

    private static final double NS_PER_SECOND = 1e9;

    /** By layer, all foldings that it may have; a single one where there is nothing to choose. */
    public static Map<String, List<Folding>> foldings(QuantizedNetwork network, Part part) {
        List<LayerHardware> hardware = HardwareOfLayer.all(network, part.dspSlice());
        Map<String, List<Folding>> foldings = new LinkedHashMap<>();
        for (int i = 0; i < hardware.size(); i++) {
            LayerHardware own = hardware.get(i);
            foldings.put(
                    network.layers().get(i).name(),
                    Arrays.stream(Implementation.values())
                            .flatMap(implementation -> own.foldings(implementation).stream())
                            .toList());
        }
        return foldings;
    }

    /**
     * Plans.
     *
     * @throws InvalidSettingException if no design does what is asked; says which resource or layer is in the way, by
     *                                 how much, and the nearest design there is
     */
    public HardwarePlan plan(QuantizedNetwork network, HardwareRequest request) {
        Part part = request.part();
        PixelPort port = PixelPort.of(network, request.pixelsPerBeat());
        List<LayerHardware> hardware = HardwareOfLayer.all(network, part.dspSlice());
        PlanAssembly assembly = new PlanAssembly(network, hardware, request);
        FoldingTable table = new FoldingTable(
                network,
                hardware,
                AffordableAdders.of(
                        hardware,
                        FoldingOptions.of(network, hardware, request.foldings(), FoldingOptions.Free.of(request)),
                        usable(assembly).lut()),
                port);
        FoldingSearch search = new FoldingSearch(table);
        if (request.targetImagesPerSecond().isPresent()) {
            return reachingSpeed(search, assembly, request);
        }
        if (request.maxMultipliers().isPresent()) {
            return withinMultipliers(search, assembly, request.maxMultipliers().getAsInt());
        }
        if (request.maxLatencyCycles().isPresent()) {
            return withinLatency(
                    table, search, assembly, request.maxLatencyCycles().getAsLong());
        }
        return fastest(search, assembly);
    }

    private static HardwarePlan fastest(FoldingSearch search, PlanAssembly assembly) {
        List<Folding> foldings =
                fastestFoldings(search, assembly, Long.MAX_VALUE).orElseThrow(() -> nothingFits(search, assembly));
        return assembly.assemble(foldings, search.isExact());
    }

    private static InvalidSettingException nothingFits(FoldingSearch search, PlanAssembly assembly) {
        return tooLarge(
                assembly, smallest(search).foldings(), "Choose a larger part, or use fewer bits or smaller layers.");
    }

    private static FoldingSearch.Choice smallest(FoldingSearch search) {
        List<Long> intervals = search.intervals();
        return search.cheapest(intervals.get(intervals.size() - 1), Resources.UNLIMITED)
                .orElseThrow();
    }

    /** The foldings with the shortest interval that fit the part and have at most so many multipliers. */
    private static Optional<List<Folding>> fastestFoldings(
            FoldingSearch search, PlanAssembly assembly, long multipliers) {
        Resources usable = usable(assembly);
        List<Long> intervals = search.intervals();
        Optional<FoldingSearch.Choice> best = Optional.empty();
        // A longer interval allows all that a shorter one does.
        int from = 0;
        int to = intervals.size();
        while (from < to) {
            int middle = (from + to) / 2;
            Optional<FoldingSearch.Choice> choice =
                    search.cheapest(intervals.get(middle), usable).filter(found -> found.multipliers() <= multipliers);
            if (choice.isPresent()) {
                best = choice;
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return best.map(FoldingSearch.Choice::foldings);
    }

    private static HardwarePlan withinMultipliers(FoldingSearch search, PlanAssembly assembly, int most) {
        Optional<List<Folding>> foldings = fastestFoldings(search, assembly, most);
        if (foldings.isPresent()) {
            return assembly.assemble(foldings.get(), search.isExact());
        }
        List<Long> intervals = search.intervals();
        long fewest = search.cheapest(intervals.get(intervals.size() - 1), usable(assembly))
                .orElseThrow(() -> nothingFits(search, assembly))
                .multipliers();
        throw new InvalidSettingException(
                Settings.MAX_MULTIPLIERS,
                most,
                "the smallest design that fits " + assembly.part().name() + " needs " + fewest + ", which is "
                        + (fewest - most) + " more",
                "Allow at least " + fewest + ".");
    }

    private static HardwarePlan reachingSpeed(FoldingSearch search, PlanAssembly assembly, HardwareRequest request) {
        double imagesPerSecond = request.targetImagesPerSecond().getAsDouble();
        long interval = (long) Math.floor(NS_PER_SECOND / (imagesPerSecond * request.clockPeriodNs()));
        Optional<FoldingSearch.Choice> choice = search.cheapest(interval, usable(assembly));
        if (choice.isPresent()) {
            return assembly.assemble(choice.get().foldings(), search.isExact());
        }
        Optional<FoldingSearch.Choice> unlimited = search.cheapest(interval, Resources.UNLIMITED);
        if (unlimited.isPresent()) {
            throw tooLarge(assembly, unlimited.get().foldings(), nearest(search, assembly));
        }
        HardwarePlan nearest = fastest(search, assembly);
        throw new InvalidSettingException(
                Settings.TARGET_IMAGES_PER_SECOND,
                String.format(Locale.ROOT, "%.0f", imagesPerSecond),
                "that leaves " + interval + " cycles per image, but " + slowest(nearest) + " needs "
                        + nearest.intervalCycles() + " in the fastest design",
                String.format(
                        Locale.ROOT,
                        "Ask for at most %.0f images per second, or shorten <clockPeriodNs>.",
                        Math.floor(nearest.imagesPerSecond())));
    }

    private static HardwarePlan withinLatency(
            FoldingTable table, FoldingSearch search, PlanAssembly assembly, long most) {
        Resources usable = usable(assembly);
        boolean isChain = table.isChain();
        Optional<List<Folding>> found = isChain
                ? new LatencySearch(table, usable, most).cheapest().map(LatencySearch.Found::foldings)
                : new IntervalLatencySearch(search, assembly, usable).within(most);
        if (found.isPresent()) {
            return assembly.assemble(found.get(), isChain);
        }
        List<Folding> fast =
                fastestFoldings(search, assembly, Long.MAX_VALUE).orElseThrow(() -> nothingFits(search, assembly));
        List<Folding> fastest = isChain
                ? new LatencySearch(table, usable, assembly.latency(fast))
                        .fastest()
                        .map(LatencySearch.Found::foldings)
                        .orElse(fast)
                : fast;
        HardwarePlan nearest = assembly.assemble(fastest, false);
        if (nearest.latencyCycles() <= most) {
            return nearest; // the search for the cheapest gave up
        }
        throw new InvalidSettingException(
                Settings.MAX_LATENCY_CYCLES,
                most,
                "the shortest latency found for a design that fits "
                        + assembly.part().name() + " is " + nearest.latencyCycles() + " cycles, "
                        + (nearest.latencyCycles() - most) + " more, with " + nearest.multipliers()
                        + " multipliers; most of its resources go to layer '" + assembly.largestLayer(fastest) + "'",
                "Allow at least " + nearest.latencyCycles() + ", or choose a larger part.");
    }

    private static String nearest(FoldingSearch search, PlanAssembly assembly) {
        return fastestFoldings(search, assembly, Long.MAX_VALUE)
                .map(foldings -> assembly.assemble(foldings, search.isExact()))
                .map(plan -> "The nearest design that fits has " + plan.multipliers() + " multipliers and takes "
                        + plan.intervalCycles()
                        + " cycles per image: lower the target to that, or choose a larger part.")
                .orElse("No design fits: choose a larger part.");
    }

    private static Resources usable(PlanAssembly assembly) {
        return assembly.limits().within(assembly.part().resources().percent(USABLE_PERCENT));
    }

    private static InvalidSettingException tooLarge(PlanAssembly assembly, List<Folding> foldings, String remedy) {
        Resources usable = usable(assembly);
        Resources wanted = assembly.estimate(foldings);
        List<String> problems = new ArrayList<>();
        compare(problems, "DSP slices", wanted.dsp(), usable.dsp());
        compare(problems, "18-kbit block memories", wanted.bram18(), usable.bram18());
        compare(problems, "lookup tables", wanted.lut(), usable.lut());
        compare(problems, "flip-flops", wanted.ff(), usable.ff());
        return new InvalidSettingException(
                Settings.PART,
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
