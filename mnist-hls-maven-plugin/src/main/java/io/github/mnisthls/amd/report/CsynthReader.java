/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.LoopReport;
import io.github.mnisthls.toolchain.ModuleReport;
import io.github.mnisthls.toolchain.ReportedResources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.w3c.dom.Element;

/**
 * Reads {@code csynth.xml} of all generations: {@code DSP48E} became {@code DSP} with Vitis HLS, {@code URAM} is absent in
 * 2018.x, latencies may be {@code undef}, and the hierarchy ({@code ModuleInformation}) came with Vitis HLS.
 */
public final class CsynthReader {
    private static final String ESTIMATES = "PerformanceEstimates";
    private static final String OVERALL = "SummaryOfOverallLatency";
    private static final String THROUGHPUT = "DataflowPipelineThroughput";

    private CsynthReader() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, is not well-formed XML, or lacks what every release writes
     */
    public static CsynthReport read(Path file) throws IOException {
        Element root = SecureXml.read(file);
        if (!root.getTagName().equals("profile")) {
            throw new UnreadableReportException(file, "its root is <" + root.getTagName() + ">, not <profile>");
        }
        Element overall = Xml.find(root, ESTIMATES, OVERALL)
                .orElseThrow(() -> new UnreadableReportException(file, "<" + OVERALL + "> is missing"));
        Element used = Xml.find(root, "AreaEstimates", "Resources")
                .orElseThrow(() -> new UnreadableReportException(file, "<AreaEstimates> is missing"));
        return new CsynthReport(
                text(file, root, "ReportVersion", "Version"),
                text(file, root, "UserAssignments", "Part"),
                text(file, root, "UserAssignments", "TopModelName"),
                decimal(file, root, "UserAssignments", "TargetClockPeriod"),
                Xml.decimal(root, "UserAssignments", "ClockUncertainty").orElse(0),
                decimal(file, root, ESTIMATES, "SummaryOfTimingAnalysis", "EstimatedClockPeriod"),
                Xml.text(root, ESTIMATES, "PipelineType").orElse(""),
                Xml.number(overall, "Best-caseLatency"),
                Xml.number(overall, "Worst-caseLatency"),
                interval(overall, "min"),
                interval(overall, "max"),
                resources(used),
                Xml.find(root, "AreaEstimates", "AvailableResources")
                        .map(CsynthReader::resources)
                        .orElseGet(CsynthReader::unknown),
                loops(root, ESTIMATES, "SummaryOfLoopLatency"),
                modules(root));
    }

    private static String text(Path file, Element root, String... path) throws IOException {
        return Xml.text(root, path)
                .orElseThrow(() -> new UnreadableReportException(file, "<" + path[path.length - 1] + "> is missing"));
    }

    private static double decimal(Path file, Element root, String... path) throws IOException {
        return Xml.decimal(root, path)
                .orElseThrow(() -> new UnreadableReportException(
                        file, "<" + path[path.length - 1] + "> is missing or not a number"));
    }

    private static OptionalLong interval(Element overall, String end) {
        OptionalLong direct = Xml.number(overall, "Interval-" + end);
        // Dataflow tops up to 2020.1 tell it here.
        OptionalLong dataflow =
                Numbers.first(Xml.number(overall, THROUGHPUT, "range", end), Xml.number(overall, THROUGHPUT));
        return Numbers.first(direct, dataflow);
    }

    static ReportedResources resources(Element area) {
        return new ReportedResources(
                Numbers.first(Xml.number(area, "BRAM_18K"), Xml.number(area, "BRAM")),
                Numbers.first(
                        Xml.number(area, "DSP"), Numbers.first(Xml.number(area, "DSP48E"), Xml.number(area, "DSP48"))),
                Xml.number(area, "FF"),
                Xml.number(area, "LUT"),
                Xml.number(area, "URAM"));
    }

    private static ReportedResources unknown() {
        OptionalLong none = OptionalLong.empty();
        return new ReportedResources(none, none, none, none, none);
    }

    private static List<LoopReport> loops(Element parent, String... path) {
        return Xml.find(parent, path)
                .map(summary -> Xml.children(summary).stream()
                        .filter(child -> Xml.find(child, "TripCount").isPresent()
                                || Xml.find(child, "Latency").isPresent())
                        .map(CsynthReader::loop)
                        .toList())
                .orElse(List.of());
    }

    private static LoopReport loop(Element loop) {
        return new LoopReport(
                Xml.text(loop, "Name").orElse(loop.getTagName()),
                Xml.most(loop, "TripCount"),
                Xml.most(loop, "Latency"),
                Xml.most(loop, "PipelineII"),
                Xml.most(loop, "IterationLatency"));
    }

    private static List<ModuleReport> modules(Element root) {
        return Xml.find(root, "ModuleInformation")
                .map(information -> Xml.children(information).stream()
                        .filter(child -> child.getTagName().equals("Module"))
                        .map(CsynthReader::module)
                        .toList())
                .orElse(List.of());
    }

    private static ModuleReport module(Element module) {
        return new ModuleReport(
                Xml.text(module, "Name").orElse(""),
                Xml.number(module, ESTIMATES, OVERALL, "Worst-caseLatency"),
                Numbers.first(
                        Xml.number(module, ESTIMATES, OVERALL, "Interval-max"),
                        upperEnd(Xml.text(module, ESTIMATES, OVERALL, "PipelineInitiationInterval")
                                .orElse(""))),
                Xml.decimal(module, ESTIMATES, "SummaryOfTimingAnalysis", "EstimatedClockPeriod"),
                Xml.find(module, "AreaEstimates", "Resources")
                        .map(CsynthReader::resources)
                        .orElseGet(CsynthReader::unknown),
                loops(module, ESTIMATES, "SummaryOfLoopLatency"));
    }

    /** The larger of {@code 12 ~ 34}, or the number alone. */
    private static OptionalLong upperEnd(String range) {
        return Numbers.parse(range.substring(range.indexOf('~') + 1));
    }
}
