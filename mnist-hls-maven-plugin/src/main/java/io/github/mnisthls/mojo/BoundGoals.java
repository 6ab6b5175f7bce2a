/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.LifecycleNotFoundException;
import org.apache.maven.lifecycle.LifecyclePhaseNotFoundException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.InvalidPluginDescriptorException;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoNotFoundException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.PluginDescriptorParsingException;
import org.apache.maven.plugin.PluginManagerException;
import org.apache.maven.plugin.PluginNotFoundException;
import org.apache.maven.plugin.PluginResolutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.prefix.NoPluginFoundForPrefixException;
import org.apache.maven.plugin.version.PluginVersionResolutionException;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has all goals of this plugin that the build is going to run read their settings before the first of them does anything:
 * what cannot be is refused in the first second, not after the training.
 */
final class BoundGoals {
    private static final Logger LOG = LoggerFactory.getLogger(BoundGoals.class);

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;
    private final MavenPluginManager goals;

    @Inject
    BoundGoals(LifecycleExecutor lifecycle, BuildPluginManager plugins, MavenPluginManager goals) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
        this.goals = goals;
    }

    /** Reads the settings of all modules that use the plugin. */
    void readSettings(MavenSession session, PluginDescriptor plugin) throws IOException {
        for (MavenProject project : session.getProjects()) {
            if (project.getPlugin(plugin.getPluginLookupKey()) != null) {
                MavenSession own = session.clone();
                own.setCurrentProject(project);
                readSettings(own, plugin.getPluginLookupKey());
            }
        }
    }

    /** A build that cannot be planned, or a goal that cannot be configured, fails with Maven's own words when its turn comes. */
    private void readSettings(MavenSession session, String plugin) throws IOException {
        List<MojoExecution> executions;
        try {
            executions = lifecycle
                    .calculateExecutionPlan(session, session.getGoals().toArray(String[]::new))
                    .getMojoExecutions();
        } catch (PluginNotFoundException
                | PluginResolutionException
                | PluginDescriptorParsingException
                | MojoNotFoundException
                | NoPluginFoundForPrefixException
                | InvalidPluginDescriptorException
                | PluginManagerException
                | LifecyclePhaseNotFoundException
                | LifecycleNotFoundException
                | PluginVersionResolutionException e) {
            LOG.debug("The goals of {} are not checked early", session.getCurrentProject(), e);
            return;
        }
        for (MojoExecution execution : executions) {
            if (execution
                    .getMojoDescriptor()
                    .getPluginDescriptor()
                    .getPluginLookupKey()
                    .equals(plugin)) {
                readSettings(session, execution);
            }
        }
    }

    private void readSettings(MavenSession session, MojoExecution execution) throws IOException {
        Mojo goal;
        try {
            plugins.getPluginRealm(session, execution.getMojoDescriptor().getPluginDescriptor());
            goal = goals.getConfiguredMojo(Mojo.class, session, execution);
        } catch (PluginManagerException | PluginResolutionException | PluginConfigurationException e) {
            LOG.debug("{} is not checked early", execution, e);
            return;
        }
        try {
            if (goal instanceof AbstractHlsMojo own && !own.isSkipped()) {
                own.readSettings();
            }
        } finally {
            goals.releaseMojo(goal, execution);
        }
    }
}
