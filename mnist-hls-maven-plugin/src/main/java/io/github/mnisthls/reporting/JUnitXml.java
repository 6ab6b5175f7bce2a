/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.files.AtomicFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes steps in the XML form of JUnit's Ant task, which every build server reads. */
public final class JUnitXml {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private JUnitXml() {}

    /**
     * Writes a suite.
     *
     * @param file  replaced if it exists; build servers expect {@code TEST-<name>.xml}
     * @param suite the suite's name
     */
    public static void write(Path file, String suite, List<StepResult> steps) {
        AtomicFile.write(file, text(suite, steps));
    }

    static String text(String suite, List<StepResult> steps) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Duration total = steps.stream().map(StepResult::duration).reduce(Duration.ZERO, Duration::plus);
        xml.append("<testsuite name=\"").append(escape(suite));
        xml.append("\" tests=\"").append(steps.size());
        xml.append("\" failures=\"").append(count(steps, StepResult.Status.FAILED));
        xml.append("\" errors=\"0\" skipped=\"").append(count(steps, StepResult.Status.SKIPPED));
        xml.append("\" time=\"").append(seconds(total)).append("\">\n");
        steps.forEach(step -> append(xml, step));
        return xml.append("</testsuite>\n").toString();
    }

    private static long count(List<StepResult> steps, StepResult.Status status) {
        return steps.stream().filter(step -> step.status() == status).count();
    }

    private static void append(StringBuilder xml, StepResult step) {
        xml.append("  <testcase classname=\"").append(escape(step.group()));
        xml.append("\" name=\"").append(escape(step.name()));
        xml.append("\" time=\"").append(seconds(step.duration())).append("\">\n");
        if (step.status() == StepResult.Status.SKIPPED) {
            xml.append("    <skipped message=\"").append(escape(step.message())).append("\"/>\n");
        }
        if (step.status() == StepResult.Status.FAILED) {
            xml.append("    <failure message=\"").append(escape(step.message())).append("\" type=\"mnist-hls\">");
            xml.append(escape(step.details())).append("</failure>\n");
        } else if (!step.details().isEmpty()) {
            xml.append("    <system-out>").append(escape(step.details())).append("</system-out>\n");
        }
        xml.append("  </testcase>\n");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS_PER_SECOND);
    }

    /** Tools print control characters, which XML cannot hold even when escaped. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.appendCodePoint(isLegal(code) ? code : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isLegal(int code) {
        return code >= 0x20 && !(code >= 0xD800 && code <= 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
    }
}
