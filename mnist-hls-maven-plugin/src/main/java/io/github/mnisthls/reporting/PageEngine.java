/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/** Renders a page's template: strict, and with every inserted value escaped. */
final class PageEngine {
    private static final String TEMPLATES = "io/github/mnisthls/templates/";

    private final VelocityEngine engine;

    PageEngine() {
        Properties settings = new Properties();
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "classpath");
        settings.setProperty("resource.loader.classpath.class", ClasspathResourceLoader.class.getName());
        settings.setProperty(RuntimeConstants.INPUT_ENCODING, StandardCharsets.UTF_8.name());
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.VM_ARGUMENTS_STRICT, "true");
        settings.setProperty(RuntimeConstants.SPACE_GOBBLING, "lines");
        engine = new VelocityEngine(settings);
        engine.init();
    }

    String render(String template, PageView page) {
        VelocityContext context = new VelocityContext();
        context.put("page", page);
        EventCartridge escaping = new EventCartridge();
        escaping.addEventHandler(new HtmlEscaping());
        escaping.attachToContext(context);
        StringWriter out = new StringWriter();
        engine.getTemplate(TEMPLATES + template).merge(context, out);
        return out.toString();
    }
}
