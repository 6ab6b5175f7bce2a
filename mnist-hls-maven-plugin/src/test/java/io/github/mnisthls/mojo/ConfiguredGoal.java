/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Fills a goal with a {@code <configuration>} as Maven does: over the descriptor's defaults, with Maven's converters. */
final class ConfiguredGoal {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

    private static final String PROJECT = "${project}";
    private static final String BUILD = "${project.build.directory}";

    /** Read once: it is half a megabyte. */
    private static final class Descriptor {
        static final Xpp3Dom ROOT = read(DESCRIPTOR);
    }

    private static final ClassLoader CLASSES = new Remembering();

    /** Maven looks for a class for each element, through all jars; most have none. */
    private static final class Remembering extends ClassLoader {
        private final Set<String> missing = ConcurrentHashMap.newKeySet();

        Remembering() {
            super(ConfiguredGoal.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            try {
                return super.loadClass(name, resolve);
            } catch (ClassNotFoundException e) {
                missing.add(name);
                throw e;
            }
        }
    }

    private final Path baseFolder;
    private final Map<String, Xpp3Dom> defaults = new TreeMap<>();

    /**
     * A goal of the descriptor of this build.
     *
     * @param baseFolder where relative paths start
     */
    ConfiguredGoal(String goal, Path baseFolder) {
        this.baseFolder = baseFolder;
        Xpp3Dom mojo = mojo(goal);
        Map<String, Boolean> editable = new TreeMap<>();
        for (Xpp3Dom parameter : mojo.getChild("parameters").getChildren("parameter")) {
            editable.put(
                    parameter.getChild("name").getValue(),
                    Boolean.valueOf(parameter.getChild("editable").getValue()));
        }
        editable.forEach((name, isEditable) -> {
            if (isEditable) {
                Xpp3Dom given = mojo.getChild("configuration").getChild(name);
                defaults.put(name, given == null ? new Xpp3Dom(name) : new Xpp3Dom(given));
            }
        });
    }

    /** Whether the goal has this parameter. */
    boolean takes(String parameter) {
        return defaults.containsKey(parameter);
    }

    /** All that a POM can set. */
    List<String> parameters() {
        return List.copyOf(defaults.keySet());
    }

    /** Fills the goal; elements that it does not take are an error. */
    void fill(AbstractHlsMojo goal, Xpp3Dom configuration) throws ComponentConfigurationException {
        Xpp3Dom merged = new Xpp3Dom("configuration");
        for (Xpp3Dom child : configuration.getChildren()) {
            Xpp3Dom preset = defaults.getOrDefault(child.getName(), new Xpp3Dom(child.getName()));
            merged.addChild(Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(child), preset, Boolean.TRUE));
        }
        defaults.forEach((name, preset) -> {
            if (configuration.getChild(name) == null && preset.getAttributeNames().length > 0) {
                merged.addChild(preset);
            }
        });
        Xpp3Dom project = new Xpp3Dom("project");
        project.setValue(PROJECT);
        merged.addChild(project);
        ClassRealm realm = new ClassRealm(new ClassWorld(), "goal", CLASSES);
        new BasicComponentConfigurator()
                .configureComponent(goal, new XmlPlexusConfiguration(merged), new Expressions(), realm);
    }

    private MavenProject project() {
        MavenProject project = new MavenProject();
        project.setGroupId("org.example");
        project.setArtifactId("digits");
        project.setVersion("1.0");
        project.setFile(baseFolder.resolve("pom.xml").toFile());
        return project;
    }

    /** Properties are not set, so that the defaults hold; paths start at the base folder. */
    private final class Expressions implements ExpressionEvaluator {
        @Override
        public Object evaluate(String expression) {
            if (expression.equals(PROJECT)) {
                return project();
            }
            return expression.matches("\\$\\{[^}]*}")
                    ? null
                    : expression.replace(BUILD, baseFolder.resolve("target").toString());
        }

        @Override
        public File alignToBaseDirectory(File file) {
            return file.isAbsolute() ? file : baseFolder.resolve(file.getPath()).toFile();
        }
    }

    /** All goals of this build's descriptor. */
    static List<String> goals() {
        return Stream.of(Descriptor.ROOT.getChild("mojos").getChildren("mojo"))
                .map(mojo -> mojo.getChild("goal").getValue())
                .toList();
    }

    private static Xpp3Dom mojo(String goal) {
        for (Xpp3Dom mojo : Descriptor.ROOT.getChild("mojos").getChildren("mojo")) {
            if (mojo.getChild("goal").getValue().equals(goal)) {
                return mojo;
            }
        }
        throw new IllegalArgumentException("no goal " + goal);
    }

    static Xpp3Dom parse(String xml) throws XmlPullParserException {
        try {
            return Xpp3DomBuilder.build(new StringReader(xml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Xpp3Dom read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlPullParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
