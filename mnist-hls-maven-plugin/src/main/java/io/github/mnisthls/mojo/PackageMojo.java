/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.pipeline.BuildSettings;
import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.AccuracyLedger;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.ExportFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Packs the generated project, the weights, the accuracy and the plan into a zip, and attaches it with type {@code zip}
 * and classifier {@code hls}. In a project of packaging {@code hls}, it is the main artifact. The same model and
 * configuration give the same bytes. The zip also holds what the AMD tools have made by then: the RTL, the reports of
 * synthesis, and the export. The export is also attached on its own, with classifier {@code ip} or {@code xo}.
 *
 * @since 1.0.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends SimulationParameters {
    /** For builds that name no time: Maven 4's default, so that every Maven makes the same zip. */
    private static final Instant NO_TIME = Instant.parse("1980-02-01T00:00:00Z");

    private static final String PACKAGING = "hls";
    private static final String DEFAULT_CLASSIFIER = "hls";
    private static final Pattern LEGAL_CLASSIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PACKAGE_SKIP, defaultValue = "false")
    private boolean packageSkip;

    @Inject
    private MavenProjectHelper projectHelper;

    /**
     * Time of the entries of the zip, in ISO 8601 or in seconds since 1970, as for other reproducible archives.
     *
     * @since 1.0.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    /**
     * Name of the zip, without its extension.
     *
     * @since 1.0.0
     */
    @Parameter(defaultValue = "${project.build.finalName}", readonly = true)
    private String finalName;

    /**
     * Classifier of the zip. Two networks in one POM need two. With the default, the zip is the main artifact of a
     * project of packaging {@code hls}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CLASSIFIER, defaultValue = DEFAULT_CLASSIFIER)
    private String classifier;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File buildDirectory;

    @Override
    Optional<String> skippedBy() {
        return packageSkip ? Optional.of(PropertyNames.PACKAGE_SKIP) : Optional.empty();
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        entryTime();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        BuildSettings settings = buildSettings();
        claimClassifier();
        try (Pipeline pipeline = openPipeline(StepName.PACKAGE)) {
            Path archive = pipeline.pack(settings, entryTime());
            boolean main = PACKAGING.equals(project().getPackaging()) && DEFAULT_CLASSIFIER.equals(classifier);
            File target = copy(archive, finalName + (main ? "" : "-" + classifier) + ".zip");
            if (main) {
                project().getArtifact().setFile(target);
            } else {
                projectHelper.attachArtifact(project(), "zip", classifier, target);
            }
            getLog().info("Attached " + target);
            pipeline.exported().ifPresent(this::attachExport);
            AccuracyLedger.of(pipeline.metrics()).lines().forEach(getLog()::info);
        }
    }

    @Override
    BuildSettings buildSettings() throws IOException {
        if (!LEGAL_CLASSIFIER.matcher(classifier).matches()) {
            throw new InvalidSettingException(
                    Settings.CLASSIFIER,
                    classifier,
                    "it becomes part of a file's name",
                    "Use letters, digits, dots, dashes and underscores, such as hls-small.");
        }
        // a time that is none is refused before anything is built
        entryTime();
        return super.buildSettings();
    }

    /** Two networks must not become one artifact; the same one may be packed again, as a second goal or forked build does. */
    private void claimClassifier() {
        String folder = workFolder().toString();
        String key = "io.github.mnisthls.classifier." + classifier;
        Object other = project().getContextValue(key);
        if (other != null && !other.equals(folder)) {
            throw new InvalidSettingException(
                    Settings.CLASSIFIER,
                    classifier,
                    "the zip of " + folder + " would replace that of " + other,
                    "Give each <execution> of the goal package a <classifier> of its own.");
        }
        project().setContextValue(key, folder);
    }

    private void attachExport(Path artifact) {
        String name = artifact.getFileName().toString();
        ExportFormat format = Stream.of(AmdExportFormat.values())
                .filter(candidate -> name.endsWith("." + candidate.extension()))
                .findFirst()
                .orElseThrow();
        String own = DEFAULT_CLASSIFIER.equals(classifier) ? "" : classifier + "-";
        projectHelper.attachArtifact(project(), format.extension(), own + format.classifier(), artifact.toFile());
        getLog().info("Attached " + artifact);
    }

    private File copy(Path archive, String name) throws IOException {
        Path target = buildDirectory.toPath().resolve(name);
        AtomicFile.write(target, Files.readAllBytes(archive));
        return target.toFile();
    }

    Instant entryTime() {
        if (outputTimestamp == null || outputTimestamp.length() < 2) {
            // Maven's convention: one character, such as x, switches an inherited time off.
            return NO_TIME;
        }
        try {
            Instant time = outputTimestamp.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(outputTimestamp))
                    : OffsetDateTime.parse(outputTimestamp).toInstant();
            // A zip can hold no time before 1980.
            return time.isBefore(NO_TIME) ? NO_TIME : time;
        } catch (DateTimeException | NumberFormatException e) {
            throw new InvalidSettingException(
                    "<outputTimestamp> (property project.build.outputTimestamp) is '" + outputTimestamp
                            + "': this is not a time. Write it as 2026-01-01T00:00:00Z or as seconds since 1970.",
                    e);
        }
    }
}
