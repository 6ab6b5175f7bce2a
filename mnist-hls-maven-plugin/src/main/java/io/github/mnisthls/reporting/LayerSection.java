/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the layers hold, and the formats that hold it. */
final class LayerSection {
    /** Smaller values than this many bits below the step do not tell one format from another. */
    private static final int BITS_SHOWN_BELOW_STEP = 4;

    /** Values less than this far above the error of their type, in dB, may be to blame for what a layer costs. */
    private static final double NOISY = 20;

    private LayerSection() {}

    static List<PageView.Layer> histograms(List<ReportData.LayerValues> layers, Predicate<String> hurts) {
        List<PageView.Layer> result = new ArrayList<>();
        for (ReportData.LayerValues layer : layers) {
            List<PageView.Histogram> histograms = new ArrayList<>();
            String id = "layer" + result.size();
            boolean hurting = hurts.test(layer.name());
            layer.weights()
                    .ifPresent(values -> histograms.add(histogram(id + "-weights", "Weights", layer, values, hurting)));
            layer.activations()
                    .ifPresent(values -> histograms.add(histogram(id + "-outputs", "Outputs", layer, values, hurting)));
            result.add(new PageView.Layer(layer.name(), histograms));
        }
        return result;
    }

    private static PageView.Histogram histogram(
            String id, String kind, ReportData.LayerValues layer, ValueHistogram values, boolean hurting) {
        int low = values.formatLowExponent();
        int high = values.formatHighExponent();
        FixedPointFormat format = values.format();
        String name = Figures.type(format);
        PageView.Chart chart = new PageView.Chart(
                "histogram",
                kind + " of " + layer.name() + " by magnitude, next to the range of " + name,
                id,
                negatives(values) ? "1,2" : "1",
                Integer.toString(low),
                Integer.toString(high),
                "");
        return new PageView.Histogram(
                kind,
                name,
                "Shaded: the range of " + name + ", from its step " + Figures.powerOfTwo(low) + " up to "
                        + Figures.largest(format) + ".",
                summary(values),
                !hurting || values.signalToNoise() >= NOISY,
                chart,
                table(kind + " of " + layer.name(), values));
    }

    private static Table table(String caption, ValueHistogram values) {
        boolean negatives = negatives(values);
        Table.Builder table = negatives
                ? Table.builder(caption, "magnitude from", "#positive", "#negative")
                : Table.builder(caption, "magnitude from", "#positive");
        int floor = Math.max(
                values.lowestExponent(),
                Math.min(values.formatLowExponent(), values.endExponent()) - BITS_SHOWN_BELOW_STEP);
        long smallPositive = 0;
        long smallNegative = 0;
        for (int exponent = values.lowestExponent(); exponent < values.endExponent(); exponent++) {
            int bin = exponent - values.lowestExponent();
            smallPositive += values.positive().get(bin);
            smallNegative += values.negative().get(bin);
            if (exponent >= floor) {
                boolean lumped = exponent == floor && floor > values.lowestExponent();
                List<String> cells = new ArrayList<>(List.of(
                        lumped ? "all below " + Figures.powerOfTwo(exponent + 1) : Figures.powerOfTwo(exponent),
                        Figures.count(smallPositive)));
                if (negatives) {
                    cells.add(Figures.count(smallNegative));
                }
                table.plotted(Integer.toString(exponent), cells.toArray(String[]::new));
                smallPositive = 0;
                smallNegative = 0;
            }
        }
        return table.build();
    }

    private static boolean negatives(ValueHistogram values) {
        return values.negative().stream().anyMatch(count -> count > 0);
    }

    private static String summary(ValueHistogram values) {
        return Figures.count(values.count()) + " values from " + Figures.significant(values.min()) + " to "
                + Figures.significant(values.max()) + "; " + part(values.zeros(), values) + " are zero, "
                + part(values.vanishing(), values) + " vanish (below half a step), "
                + part(values.outside(), values) + " are outside the range.";
    }

    private static String part(long count, ValueHistogram values) {
        return Figures.count(count) + (count == 0 ? "" : " (" + Figures.percent((double) count / values.count()) + ")");
    }
}
