/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** The properties in the POMs of a build, as people wrote them. */
final class PomProperties {
    private final List<Model> models;

    PomProperties(Collection<MavenProject> projects) {
        models = projects.stream().map(MavenProject::getOriginalModel).toList();
    }

    /** Whether one of the POMs, or a profile in it, sets the property; else it is a parent's from elsewhere, or Maven's settings'. */
    boolean define(String name) {
        return models.stream()
                .anyMatch(model -> model.getProperties().containsKey(name)
                        || model.getProfiles().stream()
                                .anyMatch(profile -> profile.getProperties().containsKey(name)));
    }

    /** Whether one of the POMs refers to the property. */
    boolean use(String name) {
        return models.stream().anyMatch(model -> text(model).contains("${" + name + "}"));
    }

    private static String text(Model model) {
        StringWriter text = new StringWriter();
        try {
            new MavenXpp3Writer().write(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return text.toString();
    }
}
