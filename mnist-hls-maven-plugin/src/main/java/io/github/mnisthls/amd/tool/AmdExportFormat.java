/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.amd.dialect.FlowTarget;
import io.github.mnisthls.toolchain.ExportFormat;

/** What the AMD tools export. */
public enum AmdExportFormat implements ExportFormat {
    /** A zip for Vivado's IP catalog. */
    IP_CATALOG("ip_catalog", "zip", "ip"),
    /** A kernel object for {@code v++ --link}; the design must have been generated for the Vitis kernel flow. */
    XO("xo", "xo", "xo");

    private final String label;
    private final String extension;
    private final String classifier;

    AmdExportFormat(String label, String extension, String classifier) {
        this.label = label;
        this.extension = extension;
        this.classifier = classifier;
    }

    /** As the POM spells it; also the value of {@code export_design -format} and {@code package.output.format}. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String classifier() {
        return classifier;
    }

    /** What the design must have been generated for. */
    public FlowTarget flowTarget() {
        return this == XO ? FlowTarget.VITIS : FlowTarget.VIVADO;
    }
}
