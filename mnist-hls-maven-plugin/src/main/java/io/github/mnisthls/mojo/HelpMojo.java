/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Shows what the goals do and, with {@code -Ddetail}, their parameters by topic.
 *
 * @since 1.0.0
 */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /**
     * Also lists the parameters.
     *
     * @since 1.0.0
     */
    @Parameter(property = "detail", defaultValue = "false")
    private boolean detail;

    /**
     * The goal to show; all of them by default.
     *
     * @since 1.0.0
     */
    @Parameter(property = "goal")
    private String goal;

    /**
     * The largest number of characters in a line.
     *
     * @since 1.0.0
     */
    @Parameter(property = "lineLength", defaultValue = "80")
    private int lineLength;

    /**
     * Number of spaces per level.
     *
     * @since 1.0.0
     */
    @Parameter(property = "indentSize", defaultValue = "2")
    private int indentSize;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        HelpText text = new HelpText(goals(), Math.max(1, lineLength), Math.max(0, indentSize));
        List<String> lines = new ArrayList<>(List.of(plugin.getName() + " " + plugin.getVersion(), ""));
        lines.addAll(detail ? text.details() : text.summary());
        getLog().info(String.join("\n", lines));
    }

    private List<HelpText.Goal> goals() throws MojoExecutionException, MojoFailureException {
        List<HelpText.Goal> goals = new ArrayList<>();
        for (MojoDescriptor descriptor : plugin.getMojos().stream()
                .filter(candidate -> goal == null || candidate.getGoal().equals(goal))
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .toList()) {
            goals.add(goal(descriptor));
        }
        if (goals.isEmpty()) {
            throw new MojoFailureException("There is no goal '" + goal + "'. The goals are "
                    + String.join(
                            ", ",
                            plugin.getMojos().stream()
                                    .map(MojoDescriptor::getGoal)
                                    .sorted()
                                    .toList())
                    + ".");
        }
        return goals;
    }

    private HelpText.Goal goal(MojoDescriptor descriptor) throws MojoExecutionException {
        Class<?> type;
        try {
            type = Class.forName(descriptor.getImplementation());
        } catch (ClassNotFoundException e) {
            throw new MojoExecutionException("The plugin is incomplete: " + descriptor.getImplementation(), e);
        }
        List<HelpText.Entry> entries = new ArrayList<>();
        for (org.apache.maven.plugin.descriptor.Parameter parameter : descriptor.getParameters()) {
            if (parameter.isEditable()) {
                entries.add(entry(type, parameter, descriptor.getMojoConfiguration()));
            }
        }
        return new HelpText.Goal(
                plugin.getGoalPrefix() + ":" + descriptor.getGoal(), descriptor.getDescription(), entries);
    }

    private static HelpText.Entry entry(
            Class<?> type, org.apache.maven.plugin.descriptor.Parameter parameter, PlexusConfiguration configuration) {
        PlexusConfiguration set = configuration.getChild(parameter.getName());
        Matcher property = PROPERTY.matcher(set.getValue(""));
        return new HelpText.Entry(
                ParameterGroup.of(type, parameter.getName()),
                parameter.getName(),
                parameter.getDescription(),
                property.matches() ? property.group(1) : "",
                set.getAttribute("default-value", ""));
    }
}
