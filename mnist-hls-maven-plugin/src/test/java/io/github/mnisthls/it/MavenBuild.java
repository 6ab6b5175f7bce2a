/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.it;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Builds of a case's project that its script starts itself, because files must change in between or the surroundings must
 * be special. They use the repository of the case and the Maven that runs the outer build.
 */
public final class MavenBuild {
    private static final long LIMIT_MINUTES = 10;
    private static final long POLL_MILLIS = 200;

    private final Path folder;
    private final Path localRepository;
    private final Path settings;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path maven = Path.of(System.getProperty("maven.home"));
    private int number;

    /**
     * Builds in a folder.
     *
     * @param localRepository as the invoker tells it to the script
     * @param outerRepository the local repository of the outer build, where the rest comes from
     */
    public MavenBuild(File folder, File localRepository, String outerRepository) throws IOException {
        this.folder = folder.toPath();
        this.localRepository = localRepository.toPath();
        this.settings = localRepository.toPath().resolveSibling("settings-of-scripts.xml");
        String text = Files.readString(module().resolve("src/it/settings.xml"));
        Files.writeString(
                settings,
                text.replace(
                        "@localRepositoryUrl@", Path.of(outerRepository).toUri().toString()));
    }

    /** The folder above target/test-classes: the current one is the outer build's, which may be a reactor's. */
    private static Path module() {
        try {
            Path classes = Path.of(MavenBuild.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a build printed, and whether it succeeded. */
    public record Result(boolean succeeded, String log) {}

    /** Sets an environment variable for the builds to come. */
    public MavenBuild with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Uses another Maven. */
    public MavenBuild withMaven(File home) {
        maven = home.toPath();
        return this;
    }

    /** Runs one build to its end; its log is also in the folder, as {@code script-build-<number>.log}. */
    public Result run(String... arguments) throws IOException, InterruptedException {
        Path log = nextLog();
        Process process = start(log, arguments);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            kill(process);
            throw new IOException("The build does not end; see " + log);
        }
        return new Result(process.exitValue() == 0, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    /**
     * Runs one build and ends it from outside, as Ctrl-C does, when a file has certain words.
     *
     * @param file may be left by an earlier build; it is removed first
     */
    public void endedWhen(File file, Pattern words, String... arguments) throws IOException, InterruptedException {
        Files.deleteIfExists(file.toPath());
        Path log = nextLog();
        Process process = start(log, arguments);
        while (!file.isFile() || !words.matcher(Files.readString(file.toPath())).find()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("The build ended by itself; see " + log);
            }
        }
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill(process);
            throw new IOException("The build cannot be ended; see " + log);
        }
    }

    private Path nextLog() {
        number++;
        return folder.resolve("script-build-" + number + ".log");
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(maven.resolve("bin/mvn").toString(), "-B", "-o"));
        // Without network, but from the outer build's repository.
        command.addAll(List.of("-Daether.offline.protocols=file", "-s", settings.toString()));
        command.add("-Dmaven.repo.local=" + localRepository);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove("MAVEN_OPTS");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
