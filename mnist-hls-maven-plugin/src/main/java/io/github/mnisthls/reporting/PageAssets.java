/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Style sheets and scripts that are written into the page, so that it needs no network.
 *
 * @param style          of the page
 * @param script         of the page
 * @param libraryStyle   of the chart library
 * @param libraryScript  the chart library
 * @param libraryLicense its license, which must go with it
 */
public record PageAssets(
        Markup style, Markup script, Markup libraryStyle, Markup libraryScript, Markup libraryLicense) {
    private static final String TEMPLATES = "/io/github/mnisthls/templates/";
    private static final String LIBRARY_COORDINATES = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    /** One of the plugin's own style sheets or scripts. */
    public static Markup own(String name) {
        return embedded(TEMPLATES + name);
    }

    /** Reads them from the class path. */
    static PageAssets load() {
        String library = "/META-INF/resources/webjars/uplot/" + libraryVersion() + "/";
        return new PageAssets(
                own("report.css"),
                own("report.js"),
                embedded(library + "dist/uPlot.min.css"),
                embedded(library + "dist/uPlot.iife.min.js"),
                embedded(library + "LICENSE"));
    }

    /** The version is in the path; the POM is the one place that says it. */
    private static String libraryVersion() {
        Properties coordinates = new Properties();
        try (InputStream in = open(LIBRARY_COORDINATES)) {
            coordinates.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coordinates.getProperty("version");
    }

    /** @throws IllegalStateException if the text would end the element that holds it */
    private static Markup embedded(String resource) {
        try (InputStream in = open(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip();
            if (text.contains("</script") || text.contains("</style") || text.contains("<!--")) {
                throw new IllegalStateException(resource + " cannot be written into a page as it is");
            }
            return new Markup(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = PageAssets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The plugin's class path lacks " + resource);
        }
        return in;
    }
}
