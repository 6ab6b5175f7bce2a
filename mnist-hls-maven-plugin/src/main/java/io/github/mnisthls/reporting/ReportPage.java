/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

/**
 * The report as one page of HTML, which needs neither the network nor, for its numbers, a script. The same data gives
 * the same page, byte for byte.
 */
public final class ReportPage {
    private ReportPage() {}

    /** The whole page; lines end with {@code \n}, to be written in UTF-8. */
    public static String render(ReportData data) {
        return new PageEngine().render("report.html.vm", new PageComposer(data).compose(PageAssets.load()));
    }
}
