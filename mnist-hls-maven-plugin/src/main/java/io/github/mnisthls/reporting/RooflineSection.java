/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What limits the throughput: the multipliers or the port that pixels come in by. Weights lie on the chip, so that pixels
 * are all that comes from outside.
 */
final class RooflineSection {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 200;
    private static final int LEFT = 44;
    private static final int BOTTOM = 34;
    private static final int TOP = 10;
    private static final int RIGHT = 26;
    /** How far the axes reach beyond what is drawn. */
    private static final double MARGIN = 3;

    private final double products;
    private final double achieved;
    private final double intensity;
    private final double bytesPerCycle;
    private final int multipliers;
    private final OptionalLong dsp;

    private RooflineSection(
            Metrics.HardwareMetrics hardware, long macs, PlanDetails details, List<ReportData.Resource> resources) {
        bytesPerCycle = details.port().pixelsPerBeat();
        intensity = macs / (bytesPerCycle * details.port().beats());
        products = macs;
        achieved = products / hardware.intervalCycles();
        multipliers = hardware.multipliers();
        dsp = resources.stream()
                .filter(resource -> resource.name().equals("dsp"))
                .map(ReportData.Resource::available)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /**
     * The section; null where nothing is multiplied.
     *
     * @param macs multiply-accumulates of an image
     */
    static PageView.Roofline of(
            Metrics.HardwareMetrics hardware, long macs, PlanDetails details, List<ReportData.Resource> resources) {
        return macs == 0 ? null : new RooflineSection(hardware, macs, details, resources).view();
    }

    private PageView.Roofline view() {
        double port = intensity * bytesPerCycle;
        Table.Builder table = Table.builder(
                "What limits the throughput", "limit", "#multiply-accumulates per cycle", "#images per million cycles");
        row(table, "the pixel port", port);
        if (multipliers > 0) {
            row(table, "the design's multipliers", multipliers);
        }
        dsp.ifPresent(slices -> row(table, "the DSP slices of the part, one product each", (double) slices));
        row(table, "planned", achieved);
        return new PageView.Roofline(summary(port), drawing(), table.build());
    }

    private void row(Table.Builder table, String name, double perCycle) {
        table.row(name, Figures.significant(perCycle), Figures.significant(1e6 * perCycle / products));
    }

    private String summary(double port) {
        String done = "The design does " + Figures.significant(achieved) + " multiply-accumulates per cycle, "
                + Figures.significant(intensity) + " for each byte of the image. ";
        String ofPort = "The port would let " + Figures.significant(port) + " through";
        if (multipliers == 0) {
            return done + ofPort + "; there are no multipliers.";
        }
        return done + "Its " + Figures.count(multipliers) + " multipliers could do " + Figures.count(multipliers)
                + ", so they are " + Figures.percent(achieved / multipliers, 0) + " used. " + ofPort
                + ": the throughput is limited by "
                + (port < multipliers ? "the port: use <pixelsPerBeat>." : "the multipliers.");
    }

    private PageView.Drawing drawing() {
        double roof = Math.max(multipliers, dsp.orElse(0));
        Axis x = Axis.around(
                Math.min(intensity, Math.max(1, multipliers) / bytesPerCycle) / MARGIN,
                Math.max(intensity, roof / bytesPerCycle) * MARGIN,
                LEFT,
                WIDTH - RIGHT);
        Axis y = Axis.around(achieved / MARGIN, Math.max(roof, achieved) * MARGIN, HEIGHT - BOTTOM, TOP);
        List<PageView.Stroke> strokes = new ArrayList<>();
        strokes.add(new PageView.Stroke("axis", line(LEFT, TOP, LEFT, HEIGHT - BOTTOM)));
        strokes.add(new PageView.Stroke("axis", line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM)));
        double ceiling = Math.min(y.to(), multipliers > 0 ? multipliers : y.to());
        double start = Math.max(x.from(), y.from() / bytesPerCycle);
        double ridge = ceiling / bytesPerCycle;
        if (ridge > start) {
            strokes.add(new PageView.Stroke(
                    "roof", line(x.at(start), y.at(start * bytesPerCycle), x.at(ridge), y.at(ceiling))));
        }
        if (multipliers > 0) {
            strokes.add(new PageView.Stroke(
                    "roof", line(x.at(Math.max(ridge, x.from())), y.at(ceiling), WIDTH - RIGHT, y.at(ceiling))));
        }
        dsp.ifPresent(slices -> strokes.add(
                new PageView.Stroke("part", line(LEFT, y.at((double) slices), WIDTH - RIGHT, y.at((double) slices)))));
        List<PageView.Label> labels = new ArrayList<>();
        x.decades()
                .forEach(value -> labels.add(new PageView.Label(
                        "middle", position(x.at(value)), position(HEIGHT - BOTTOM + 13), Figures.plain(value))));
        y.decades()
                .forEach(value -> labels.add(new PageView.Label(
                        "end", position(LEFT - 5), position(y.at(value) + 4), Figures.plain(value))));
        labels.add(new PageView.Label(
                "middle",
                position((LEFT + WIDTH - RIGHT) / 2.0),
                position(HEIGHT - 5),
                "products per byte of the image"));
        return new PageView.Drawing(strokes, labels, position(x.at(intensity)), position(y.at(achieved)));
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "M" + position(x1) + " " + position(y1) + "L" + position(x2) + " " + position(y2);
    }

    private static String position(double value) {
        return Figures.fixed(value, 1);
    }

    /**
     * A logarithmic axis.
     *
     * @param from  smallest value, at {@code start}
     * @param to    largest value, at {@code end}
     * @param start place in the drawing
     * @param end   place in the drawing
     */
    private record Axis(double from, double to, double start, double end) {
        static Axis around(double from, double to, double start, double end) {
            return new Axis(power(Math.floor(Math.log10(from))), power(Math.ceil(Math.log10(to))), start, end);
        }

        double at(double value) {
            return start + (end - start) * Math.log10(value / from) / Math.log10(to / from);
        }

        List<Double> decades() {
            List<Double> decades = new ArrayList<>();
            for (int i = (int) Math.round(Math.log10(from)); i <= Math.round(Math.log10(to)); i++) {
                decades.add(power(i));
            }
            return decades;
        }

        private static double power(double exponent) {
            return Math.pow(10, exponent);
        }
    }
}
