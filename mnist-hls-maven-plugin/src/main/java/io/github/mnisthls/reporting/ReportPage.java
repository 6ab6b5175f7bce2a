/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.rendering.TemplateEngine;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The report as one page of HTML, which needs neither the network nor, for its numbers, a script. The same data gives
 * the same page, byte for byte.
 */
public final class ReportPage {
    /** File name of the template. */
    public static final String TEMPLATE = "report.html.vm";

    private ReportPage() {}

    /**
     * The whole page; lines end with {@code \n}, to be written in UTF-8.
     *
     * @param templateDirectory where a {@code report.html.vm} may lie that wins over the plugin's
     */
    public static String render(ReportData data, Optional<Path> templateDirectory) {
        PageView page = new PageComposer(data).compose(PageAssets.load());
        return new TemplateEngine(templateDirectory).render(TEMPLATE, "page", page, new HtmlEscaping());
    }
}
