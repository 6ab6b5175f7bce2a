/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.Choice;

/** What export makes. */
public enum ExportFormat implements Choice {
    /** A zip for Vivado's IP catalog. */
    IP_CATALOG("ip_catalog", "zip", "ip"),
    /** A kernel object for {@code v++ --link}; the design must have been generated for the Vitis kernel flow. */
    XO("xo", "xo", "xo");

    private final String label;
    private final String extension;
    private final String classifier;

    ExportFormat(String label, String extension, String classifier) {
        this.label = label;
        this.extension = extension;
        this.classifier = classifier;
    }

    /** As the POM spells it; also the value of {@code export_design -format} and {@code package.output.format}. */
    @Override
    public String label() {
        return label;
    }

    /** The file's extension, which is its Maven type too. */
    public String extension() {
        return extension;
    }

    /** The classifier of the attached artifact. */
    public String classifier() {
        return classifier;
    }
}
