/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.explore.Exploration;
import io.github.mnisthls.explore.PointJobs;
import io.github.mnisthls.explore.Search;
import io.github.mnisthls.explore.Wishes;
import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.result.FrontTable;
import io.github.mnisthls.explore.result.PomSnippet;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.Executor;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.explore.synthesis.FrontSynthesis;
import io.github.mnisthls.explore.synthesis.Synthesizer;
import io.github.mnisthls.explore.synthesis.ToolRun;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.PrecisionSettings;
import io.github.mnisthls.pipeline.TrainSettings;
import io.github.mnisthls.reporting.ConsoleTable;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.LoggedTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares many designs (precisions, parts, clocks, targets, networks) and finds those that no other beats. Writes
 * {@code explore/results.csv}, {@code explore/results.json} and {@code explore/index.html}, and prints the front.
 *
 * @since 1.0.0
 */
@Mojo(name = "explore", threadSafe = true)
public final class ExploreMojo extends ExploreParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_SKIP, defaultValue = "false")
    private boolean exploreSkip;

    /**
     * Explores nothing. Prints the configuration of the point with this number in the last exploration, ready for the
     * POM.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPLORE_APPLY)
    private Integer exploreApply;

    @Override
    Optional<String> skippedBy() {
        return exploreSkip ? Optional.of(PropertyNames.EXPLORE_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        if (exploreApply != null) {
            apply(exploreApply);
            return;
        }
        try (Pipeline pipeline = openPipeline()) {
            Path root = Files.createDirectories(workFolder().exploration());
            explore(root, pipeline);
        }
    }

    private void apply(int number) {
        Path file = workFolder().exploration().resolve("results.json");
        if (!Files.isRegularFile(file)) {
            throw new InvalidSettingException(
                    Settings.EXPLORE_APPLY, number, "there is no " + file, "Run mvn mnist-hls:explore first.");
        }
        PomSnippet.lines(Settings.EXPLORE_APPLY.toString(), Json.read(file, JsonNode.class), number)
                .forEach(getLog()::info);
    }

    private void explore(Path root, Pipeline pipeline) throws IOException, InterruptedException {
        Space space = space();
        Wishes wishes = wishes();
        TrainSettings train = trainSettings();
        Optional<Path> given = Optional.empty();
        if (train.model().isPresent()) {
            pipeline.train(train);
            given = Optional.of(pipeline.network());
        }
        Site site = new Site(root, train.dataset(), given);
        site.write();
        Search search = searchKind()
                .of(
                        space,
                        points(),
                        searchSeed(),
                        precisionSettings().finetune().epochs(),
                        wishes.objectives(),
                        wishes.constraints());
        getLog().info("Exploring " + space.size() + " points; results are in " + root);
        PointJobs jobs = new PointJobs(common(site, train));
        adopt(space, jobs, new JobStore(root), pipeline, train);
        Exploration exploration = new Exploration(root, space, search, wishes, jobs, getLog()::info);
        Exploration.Refinement refinement = refinement(site, jobs);
        try (Executor executor = execution(train).start(site, getLog()::info)) {
            tell(exploration.run(executor, refinement));
        }
    }

    /** What the build itself has trained is not trained again. */
    private void adopt(Space space, PointJobs jobs, JobStore store, Pipeline pipeline, TrainSettings train)
            throws IOException {
        for (Alternative network : space.networks()) {
            for (long seed : space.seeds()) {
                Optional<Path> trained = network.architecture()
                        .flatMap(architecture -> pipeline.trained(new TrainSettings(
                                Optional.of(architecture),
                                train.dataset(),
                                Optional.empty(),
                                train.training().withSeed(seed),
                                Optional.empty())));
                if (trained.isPresent() && store.adopt(jobs.network(network, seed), trained.get())) {
                    getLog().info("Using the network that is already trained: " + network.name() + ", seed " + seed);
                }
            }
        }
    }

    private Exploration.Refinement refinement(Site site, PointJobs jobs) throws IOException {
        Optional<ToolRun> run = toolRun();
        if (run.isEmpty()) {
            return Exploration.Refinement.NONE;
        }
        Synthesizer synthesizer = new Synthesizer(site, designForm(), run.get(), new LoggedTool());
        return new FrontSynthesis(synthesizer, jobs, synthesized(), getLog()::info)::run;
    }

    private PointJobs.Common common(Site site, TrainSettings train) {
        PrecisionSettings precision = precisionSettings();
        String images = site.dataset().map(DatasetReader::fingerprint).orElse("mnist");
        return new PointJobs.Common(
                Digest.of(identity().fingerprint() + " " + images),
                site.given().map(folder -> Digest.of(Json.write(FileTree.digests(folder)))),
                train.training(),
                precision.calibrationImages(),
                precision.finetune());
    }

    private ExploreExecution execution(TrainSettings train) {
        int memory = train.training().memoryMiB();
        return new ExploreExecution(
                executorKind(),
                cores(),
                memory,
                slurmSettings(memory),
                identity().classPath());
    }

    private void tell(Results results) {
        if (!results.front().isEmpty()) {
            ConsoleTable.lines(FrontTable.of(results)).forEach(getLog()::info);
        }
        long failed = results.count(Row.Status.FAILED);
        if (failed > 0) {
            getLog().info(failed + " points have no design; results.csv says why");
        }
        getLog().info(results.best()
                .map(row -> "Best: point " + row.point().number() + "; its configuration: mvn mnist-hls:explore "
                        + Settings.EXPLORE_APPLY.option() + "=" + row.point().number())
                .orElse("No design keeps the constraints"));
    }

    @Override
    void readSettings() throws IOException {
        if (exploreApply == null) {
            super.readSettings();
        }
    }
}
