/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import io.github.mnisthls.toolchain.ImplementationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.w3c.dom.Element;

/** Reads {@code export_syn.xml}, {@code export_impl.xml}, and {@code <top>_export.xml} of Vivado HLS. */
public final class ImplementationReader {
    private ImplementationReader() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, is not well-formed XML, or lacks the area report
     */
    public static ImplementationReport read(Path file) throws IOException {
        Element root = SecureXml.read(file);
        Element used = Xml.find(root, "AreaReport", "Resources")
                .orElseThrow(() -> new UnreadableReportException(file, "<AreaReport> is missing"));
        return new ImplementationReport(
                stage(root, file),
                CsynthReader.resources(used),
                Numbers.first(Xml.number(used, "SLICE"), Xml.number(used, "CLB")),
                Xml.number(used, "SRL"),
                Xml.decimal(root, "TimingReport", "TargetClockPeriod"),
                Xml.decimal(root, "TimingReport", "AchievedClockPeriod"));
    }

    /** As the file says; else as it is called, exactly: a top function's name may hold anything. */
    private static String stage(Element root, Path file) {
        boolean synthesis = Xml.text(root, "RunData", "RUN_TYPE")
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT).contains("syn"))
                .orElseGet(() -> file.endsWith("export_syn.xml"));
        return synthesis ? "syn" : "impl";
    }
}
