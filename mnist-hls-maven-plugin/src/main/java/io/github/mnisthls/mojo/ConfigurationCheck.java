/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Refuses what Maven would silently ignore: elements and properties that no goal knows. */
final class ConfigurationCheck {
    private static final String PREFIX = "mnist-hls.";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(" + Pattern.quote(PREFIX) + "[^}]+)}");

    private final Set<String> elements = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    ConfigurationCheck(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            // Goals without parameters have null here.
            List<Parameter> parameters = goal.getParameters();
            if (parameters != null) {
                parameters.forEach(this::add);
            }
        }
    }

    private void add(Parameter parameter) {
        if (parameter.isEditable()) {
            elements.add(parameter.getName());
            String expression = parameter.getExpression() == null ? "" : parameter.getExpression();
            Matcher property = EXPRESSION.matcher(expression);
            if (property.find()) {
                properties.add(property.group(1));
            }
        }
    }

    /** Throws if the POM or the command line set something that no goal of this plugin knows. */
    void check(MojoExecution execution, Map<?, ?> userProperties, Map<?, ?> projectProperties, PomProperties written) {
        checkElements(execution.getPlugin().getConfiguration());
        execution.getPlugin().getExecutions().forEach(each -> checkElements(each.getConfiguration()));
        for (String name : unknownOf(userProperties)) {
            if (!written.use(name)) {
                throw unknown("The command line's -D", name, properties, "property");
            }
        }
        for (String name : unknownOf(projectProperties)) {
            // What comes from elsewhere may be for other projects, other goals or another version of this plugin.
            if (written.define(name) && !written.use(name)) {
                throw unknown("<properties> of the POM", name, properties, "property");
            }
        }
    }

    private List<String> unknownOf(Map<?, ?> given) {
        return given.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith(PREFIX) && !properties.contains(name))
                .sorted()
                .toList();
    }

    private void checkElements(Object configuration) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (!elements.contains(child.getName())) {
                    throw unknown(
                            "<configuration> of mnist-hls-maven-plugin",
                            "<" + child.getName() + ">",
                            elements,
                            "parameter");
                }
            }
        }
    }

    private static InvalidSettingException unknown(String where, String seen, Set<String> known, String kind) {
        String nearest = NearestName.of(seen.replaceAll("[<>]", ""), known);
        return new InvalidSettingException(
                where,
                seen,
                "no goal has this " + kind,
                "Did you mean '" + nearest + "'? 'mvn mnist-hls:help -Ddetail' lists them all.");
    }
}
