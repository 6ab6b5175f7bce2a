/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/** Velocity in strict mode: a reference to something that does not exist is an error, not text. */
public final class TemplateEngine {
    /** How the names of templates end. */
    public static final String ENDING = ".vm";

    private static final String FOLDER = "/io/github/mnisthls/templates/";

    private final VelocityEngine engine;
    private final Optional<Path> overrides;

    /**
     * Takes the plugin's templates.
     *
     * @param overrides a folder whose templates win over them
     */
    public TemplateEngine(Optional<Path> overrides) {
        Properties properties = new Properties();
        properties.setProperty("runtime.strict_mode.enable", "true");
        properties.setProperty("velocimacro.arguments.strict", "true");
        properties.setProperty("parser.space_gobbling", "lines");
        properties.setProperty("resource.default_encoding", StandardCharsets.UTF_8.name());
        // Templates come as text from this class, which knows the overrides.
        properties.setProperty("resource.loaders", "string");
        properties.setProperty(
                "resource.loader.string.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
        // No way from a value to its class, and from there to any other.
        properties.setProperty(
                "introspector.uberspect.class", "org.apache.velocity.util.introspection.SecureUberspector");
        this.engine = new VelocityEngine(properties);
        withOwnClassLoader(engine::init);
        this.overrides = overrides;
    }

    /**
     * Velocity looks its own classes up in the thread's class loader first. In a JVM with several copies of this plugin, as
     * a build daemon's, that may be another copy's.
     */
    private static void withOwnClassLoader(Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TemplateEngine.class.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Fills a template.
     *
     * @param template file name, such as {@code top.cpp.vm}
     * @param rootName the one variable that the template sees
     */
    String render(String template, String rootName, Object root) {
        return render(template, rootName, root, (context, reference, value) -> value);
    }

    /**
     * Fills a template.
     *
     * @param template  file name, such as {@code top.cpp.vm}
     * @param rootName  the one variable that the template sees
     * @param insertion what is to be done to each value that the template inserts, such as escaping
     */
    public String render(String template, String rootName, Object root, ReferenceInsertionEventHandler insertion) {
        VelocityContext context = new VelocityContext();
        EventCartridge events = new EventCartridge();
        events.addEventHandler(insertion);
        events.attachToContext(context);
        context.put(rootName, root);
        StringWriter text = new StringWriter();
        String content = read(template);
        withOwnClassLoader(() -> engine.evaluate(context, text, template, content));
        return text.toString();
    }

    private String read(String template) {
        try {
            Optional<Path> override =
                    overrides.map(folder -> folder.resolve(template)).filter(Files::isRegularFile);
            return override.isPresent()
                    ? Files.readString(override.get())
                    : new String(Resource.read(FOLDER + template), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidSettingException(
                    Settings.TEMPLATE_DIRECTORY, template, "this template is not text in UTF-8", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + template, e);
        }
    }

    /** Files inside the plugin. */
    static final class Resource {
        private Resource() {}

        static byte[] read(String path) throws IOException {
            try (InputStream stream = TemplateEngine.class.getResourceAsStream(path)) {
                if (stream == null) {
                    throw new IOException("the plugin lacks its file " + path);
                }
                return stream.readAllBytes();
            }
        }
    }
}
