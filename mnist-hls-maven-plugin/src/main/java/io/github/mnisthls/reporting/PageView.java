/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;

/**
 * Everything that {@code report.html.vm} may say (variable: {@code page}): ready text, in order. A part that did not
 * run is null, or empty if it is a list.
 *
 * @param title         the network's name
 * @param subtitle      size and precision
 * @param facts         the figures that one looks for first
 * @param ledger        accuracy stage by stage
 * @param resolution    how exactly the number of images lets the accuracy be known, as a sentence; may be empty
 * @param missingStages a sentence per stage that was not measured: what would measure it
 * @param logits        C simulation against the emulator, as a sentence; empty if it did not run
 * @param training      the training's course
 * @param finetuning    that of the training with rounding behind it
 * @param changes       beside the report before; null for the first one, and where nothing changed
 * @param trials        trainings with and without rounding
 * @param health        the network and its precision, layer by layer
 * @param recognition   confusion matrix and mistakes
 * @param effects       what quantization costs by layer
 * @param layers        weights and activations by layer
 * @param warnings      formats that are too narrow
 * @param accumulators  ranges by layer
 * @param plan          the hardware plan
 * @param synthesis     estimates beside what the tool says
 * @param toolRan       whether {@code synthesis} holds the tool's figures
 * @param settings      as used
 * @param provenance    digests
 * @param assets        style sheets and scripts
 */
public record PageView(
        String title,
        String subtitle,
        List<Fact> facts,
        Table ledger,
        String resolution,
        List<String> missingStages,
        String logits,
        Training training,
        Training finetuning,
        Table changes,
        Trials trials,
        Health health,
        Confusion recognition,
        Effects effects,
        List<Layer> layers,
        List<Warning> warnings,
        Accumulators accumulators,
        Plan plan,
        Table synthesis,
        boolean toolRan,
        Table settings,
        Table provenance,
        PageAssets assets) {

    /**
     * One figure.
     *
     * @param good false if it calls for action
     */
    public record Fact(String label, String value, String note, boolean good) {}

    /**
     * The training's course.
     *
     * @param summary which epoch was kept, as a sentence
     * @param charts  of {@code table}
     */
    public record Training(String summary, List<Chart> charts, Table table) {}

    /** The network and its precision: what is wrong with them, and a row for each layer. */
    public record Health(List<String> sentences, Table layers) {}

    /**
     * Trainings with and without rounding.
     *
     * @param sentences what happened, and why
     * @param summary   a row for each of them
     */
    public record Trials(List<String> sentences, Table summary, List<Plot> plots) {}

    /** A chart and the table that it is drawn from. */
    public record Plot(Chart chart, Table table) {}

    /**
     * A chart, drawn from the cells of a table.
     *
     * @param kind    {@code lines}, {@code bars} or {@code histogram}
     * @param title   what it shows, for those who do not see it as well
     * @param tableId of the table that holds the numbers
     * @param columns of that table to draw, from 1, apart by commas
     * @param low     first exponent that the format tells apart; for a histogram
     * @param high    exponent after the last that the format holds; for a histogram
     * @param mark    row to mark, by its x; for bars {@code log}, if that is their scale; may be empty
     */
    public record Chart(
            String kind, String title, String tableId, String columns, String low, String high, String mark) {}

    /**
     * What the quantized network takes images for.
     *
     * @param classes headers
     * @param summary how many are wrong, as a sentence
     */
    public record Confusion(String summary, List<String> classes, List<ClassRow> rows, List<Picture> mistakes) {}

    /**
     * One label.
     *
     * @param recall    fraction of its images that are recognized
     * @param precision fraction of the images taken for it that are it
     */
    public record ClassRow(String label, List<ConfusionCell> cells, String total, String recall, String precision) {}

    /**
     * One count.
     *
     * @param shade {@code hit}, {@code none}, or {@code miss1} to {@code miss4}
     */
    public record ConfusionCell(String count, String shade) {}

    /** One misread image. */
    public record Picture(String uri, String alt, String verdict, String confidence, String labelChance) {}

    /**
     * What quantization costs by layer.
     *
     * @param summary the layer that costs most, as a sentence
     * @param good    whether none costs much
     */
    public record Effects(String summary, boolean good, Table table) {}

    /** One layer's values. */
    public record Layer(String name, List<Histogram> histograms) {}

    /**
     * A format that is too narrow.
     *
     * @param seen  whether it happened; otherwise it is only possible
     * @param hurts whether it happened and the layer's formats cost accuracy
     */
    public record Warning(boolean seen, boolean hurts, String message) {}

    /**
     * One layer's weights or outputs.
     *
     * @param kind    weights or activations
     * @param format  that is to hold them
     * @param range   what the format holds, in words
     * @param summary extremes, and how many do not fit
     * @param good    false if so many values vanish or saturate that the accuracy suffers
     */
    public record Histogram(
            String kind, String format, String range, String summary, boolean good, Chart chart, Table table) {}

    /**
     * The accumulators.
     *
     * @param verdict whether one can overflow, as a sentence
     * @param safe    whether none can
     */
    public record Accumulators(String verdict, boolean safe, List<Accumulator> rows) {}

    /**
     * One accumulator. The shares are widths of bars in percent of the widest accumulator's bits.
     *
     * @param seen     range on the test images; empty if it was not recorded
     * @param seenBits bits that this range needs; empty if it was not recorded
     */
    public record Accumulator(
            String layer,
            String format,
            String seen,
            String seenBits,
            String proved,
            String provedBits,
            String width,
            String seenShare,
            String provedShare,
            String widthShare) {}

    /**
     * The hardware plan.
     *
     * @param busy      a bar per row of the table, in percent
     * @param reasons   what products are made of, and why; null if all of them are multipliers
     * @param resources by layer; null if they are not known
     * @param timeline  of the processes; null if it is not known
     * @param fifos     between the processes; null if they are not known
     * @param roofline  what limits the throughput; null if it is not known
     */
    public record Plan(
            String summary,
            Table table,
            List<Bar> busy,
            Table reasons,
            Table resources,
            Timeline timeline,
            Table fifos,
            Roofline roofline) {}

    /**
     * What the processes do during two images.
     *
     * @param firstEnd where the first image ends, in the parts that a lane is drawn in
     * @param cycles   of the whole time
     */
    public record Timeline(String summary, List<Lane> lanes, String firstEnd, String cycles, Table table) {}

    /**
     * One process.
     *
     * @param computes outline of the share of each part of the time in which it computes, as SVG has it
     * @param blocked  outline of the share in which it is blocked
     * @param share    of the whole time in which it computes
     */
    public record Lane(String name, String computes, String blocked, String share) {}

    /** What limits the throughput. */
    public record Roofline(String summary, Drawing drawing, Table table) {}

    /**
     * A drawing in SVG.
     *
     * @param x of the point that the drawing is about
     * @param y of the point that the drawing is about
     */
    public record Drawing(List<Stroke> strokes, List<Label> labels, String x, String y) {}

    /**
     * A line.
     *
     * @param kind its CSS class
     * @param path as SVG has it
     */
    public record Stroke(String kind, String path) {}

    /**
     * A text.
     *
     * @param anchor which of its points is at the place, as SVG has it
     */
    public record Label(String anchor, String x, String y, String text) {}

    /** One bar. */
    public record Bar(String label, String value, String share) {}
}
