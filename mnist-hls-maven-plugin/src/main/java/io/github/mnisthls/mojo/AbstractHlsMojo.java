/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.KnownDigests;
import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.PluginIdentity;
import io.github.mnisthls.pipeline.SharedSettings;
import io.github.mnisthls.pipeline.StepFailedException;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.pipeline.WorkFolder;
import io.github.mnisthls.progress.Terminal;
import io.github.mnisthls.settings.BoundedMessage;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.training.TrainingFailedException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/** What all goals share: skipping, the check of the configuration, and how failures are told. */
abstract class AbstractHlsMojo extends AbstractMojo {
    private static final String MEMORY = "io.github.mnisthls.memory.";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private BoundGoals boundGoals;

    /**
     * Skips all goals of this plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.SKIP, defaultValue = "false")
    private boolean skip;

    /**
     * The folder for everything that this plugin makes. Two networks in one POM need two folders.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.WORK_DIRECTORY, defaultValue = "${project.build.directory}/mnist-hls")
    private File workDirectory;

    /**
     * Runs the goal's own step even if it is up to date.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.FORCE, defaultValue = "false")
    private boolean force;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: " + PropertyNames.SKIP + " is set");
            return;
        }
        try {
            new ConfigurationCheck(plugin)
                    .check(
                            execution,
                            session.getUserProperties(),
                            project.getModel().getProperties(),
                            new PomProperties(session.getAllProjects()));
            Optional<String> skippedBy = skippedBy();
            if (skippedBy.isPresent()) {
                getLog().info("Skipped: " + skippedBy.get() + " is set");
                return;
            }
            if (memory("read").putIfAbsent(plugin.getId(), true) == null) {
                boundGoals.readSettings(session, plugin);
            }
            Terminal.useIf(new Watched(session).byPeople());
            doExecute();
        } catch (InvalidSettingException | TrainingFailedException | StepFailedException e) {
            throw new MojoFailureException(BoundedMessage.of(e.getMessage()), e);
        } catch (UncheckedIOException | IOException e) {
            throw new MojoExecutionException(
                    BoundedMessage.of(withCause(e))
                            + ". What was made before is untouched; fix the cause (disk space, permissions) and"
                            + " build again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The build was interrupted.", e);
        } finally {
            Terminal.release();
        }
    }

    private static String withCause(Exception e) {
        Throwable cause = e.getCause();
        boolean told =
                cause == null || cause.getMessage() == null || e.getMessage().contains(cause.getMessage());
        return told ? e.getMessage() : e.getMessage() + " (" + cause.getMessage() + ")";
    }

    /**
     * Reads all settings, for what they refuse.
     *
     * @throws InvalidSettingException if one cannot be
     */
    void readSettings() throws IOException {
        workFolder();
    }

    final boolean isSkipped() {
        return skip || skippedBy().isPresent();
    }

    /** The property that skips this goal alone, if it is set. */
    abstract Optional<String> skippedBy();

    abstract void doExecute() throws IOException, InterruptedException;

    /** Whose C simulation counts where there are results of both. */
    StepName simulation() {
        return StepName.CSIM;
    }

    /** Takes the work folder for a goal that has no step of its own until the result is closed. */
    final Pipeline openPipeline() {
        return openPipeline(Optional.empty());
    }

    /** Takes the work folder for one goal until the result is closed. */
    final Pipeline openPipeline(StepName goal) {
        return openPipeline(Optional.of(goal));
    }

    private Pipeline openPipeline(Optional<StepName> goal) {
        return new Pipeline(
                workFolder(),
                identity(),
                goal,
                force,
                simulation(),
                new SharedSettings(memory("settings"), who()),
                new KnownDigests(memory("digests")));
    }

    /** What the goals of this build tell each other, of whichever module; it lasts as long as the build. */
    // The keys are this plugin's own, and nothing else is ever kept under them.
    @SuppressWarnings("unchecked")
    private <T> ConcurrentMap<String, T> memory(String of) {
        SessionData data = session.getRepositorySession().getData();
        data.set(MEMORY + of, null, new ConcurrentHashMap<String, T>());
        return (ConcurrentMap<String, T>) data.get(MEMORY + of);
    }

    /** Whether no goal of this build has told that yet; now one has. */
    final boolean isNews(String line) {
        return session == null || memory("told").putIfAbsent(line, true) == null;
    }

    private String who() {
        return "goal " + execution.getGoal() + " (execution " + execution.getExecutionId() + " of "
                + project.getArtifactId() + ")";
    }

    final WorkFolder workFolder() {
        return new WorkFolder(workDirectory.toPath())
                .besides(project.getBasedir().toPath());
    }

    final MavenProject project() {
        return project;
    }

    final PluginIdentity identity() {
        List<Path> classPath = plugin.getArtifacts().stream()
                .map(Artifact::getFile)
                .map(File::toPath)
                .toList();
        return new PluginIdentity(
                plugin.getVersion(), plugin.getPluginArtifact().getFile().toPath(), classPath);
    }
}
