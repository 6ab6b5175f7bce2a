/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.InvalidSettingException;

/** What export makes. */
public enum ExportFormat {
    /** A zip for Vivado's IP catalog. */
    IP_CATALOG("ip_catalog", "zip", "ip"),
    /** A kernel object for {@code v++ --link}; the design must have been generated for the Vitis kernel flow. */
    XO("xo", "xo", "xo");

    private final String option;
    private final String extension;
    private final String classifier;

    ExportFormat(String option, String extension, String classifier) {
        this.option = option;
        this.extension = extension;
        this.classifier = classifier;
    }

    /** The value of {@code export_design -format} and {@code package.output.format}. */
    public String option() {
        return option;
    }

    /** The file's extension, which is its Maven type too. */
    public String extension() {
        return extension;
    }

    /** The classifier of the attached artifact. */
    public String classifier() {
        return classifier;
    }

    /**
     * Reads a setting.
     *
     * @param setting where it is set, for the message
     */
    public static ExportFormat parse(String setting, String value) {
        for (ExportFormat format : values()) {
            if (format.option.equals(value)) {
                return format;
            }
        }
        throw new InvalidSettingException(setting, value, "there is no such format", "Choose ip_catalog or xo.");
    }
}
