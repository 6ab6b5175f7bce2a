/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import io.github.mnisthls.amd.run.SynthesisRunner;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.pipeline.CrashBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds that are stopped somewhere and built again, in JVMs of their own.
 *
 * @param folder    of all of them
 * @param whole     the name of the build that nothing stopped, which all are compared with
 * @param older     the name of an older build that they replace
 * @param arguments what the builds make
 */
record CrashTrial(Path folder, String whole, Optional<String> older, List<String> arguments) {
    private static final Pattern EPOCH = Pattern.compile("child \\d+ move (\\S*epoch-\\d+\\.bin)");
    private static final Pattern PROCESS = Pattern.compile("\\w+ pid (\\d+)");
    private static final int MINUTES = 5;

    CrashTrial {
        arguments = List.copyOf(arguments);
    }

    /** The build is stopped there and built again: what is not as it should be. */
    Optional<String> problem(String name, String stop) throws IOException {
        try {
            if (older.isPresent()) {
                copy(older.get(), name);
            }
            return verdict(name, stop, build(name, stop)).map(problem -> "stopped " + stop + ": " + problem);
        } finally {
            delete(folder.resolve(name));
            Files.deleteIfExists(journal(name));
        }
    }

    /** Work folders hold no links. */
    void copy(String from, String to) throws IOException {
        FileTree.copy(folder.resolve(from), folder.resolve(to));
    }

    private Optional<String> verdict(String name, String stop, int status) throws IOException {
        List<String> stopped = awaitAll(name);
        if (stopped.stream().noneMatch(line -> line.contains(" stopped "))) {
            // What foreign programs print comes in pieces, so that not every run has the last numbers.
            return status == 0 ? Optional.empty() : Optional.of("status " + status);
        }
        if (status == 0 && !stop.endsWith(":fail")) {
            return Optional.of("the build did not notice");
        }
        String where = stopped.get(stopped.size() - 1);
        int again = build(name, "");
        if (again != 0) {
            return Optional.of(where + ": the next build fails: "
                    + Files.readString(folder.resolve(name + ".log"))
                            .lines()
                            .skip(5)
                            .limit(12)
                            .toList());
        }
        return problem(epochs(awaitAll(name)), folder.resolve(name)).map(problem -> where + ": " + problem);
    }

    /**
     * What is not as it should be once all is built.
     *
     * @param epochs trained, one line each, until it was
     */
    Optional<String> problem(List<String> epochs, Path stopped) throws IOException {
        long trained = epochs(Files.readAllLines(journal(whole))).size();
        if (epochs.size() != trained || epochs.stream().distinct().count() != trained) {
            return Optional.of("epochs trained: " + epochs);
        }
        Path unbroken = folder.resolve(whole);
        if (Files.mismatch(unbroken.resolve("build.zip"), stopped.resolve("build.zip")) >= 0) {
            return Optional.of("another zip");
        }
        List<String> wanted = FileTree.entries(unbroken);
        List<String> found = FileTree.entries(stopped);
        return wanted.equals(found)
                ? Optional.empty()
                : Optional.of("other files: " + without(found, wanted) + ", missing: " + without(wanted, found));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(name -> !others.contains(name)).toList();
    }

    /** The checkpoints that came to their place, one for each epoch trained. */
    static List<String> epochs(List<String> journal) {
        return journal.stream()
                .map(EPOCH::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    Path journal(String name) {
        return folder.resolve(name + ".journal");
    }

    /** The journal, once no process writes it any more: a child may outlive its parent by a moment. */
    private List<String> awaitAll(String name) throws IOException {
        for (String line : Files.readAllLines(journal(name))) {
            Matcher process = PROCESS.matcher(line);
            if (process.matches()) {
                ProcessHandle.of(Long.parseLong(process.group(1)))
                        .ifPresent(handle -> handle.onExit()
                                .orTimeout(MINUTES, TimeUnit.MINUTES)
                                .join());
            }
        }
        return Files.readAllLines(journal(name));
    }

    /** The exit status of a build. */
    int build(String name, String stop) throws IOException {
        return build(name, Map.of(Stops.STOP, stop));
    }

    /** The exit status of a build that keeps states on its way. */
    int build(String name, CrashStates states) throws IOException {
        return build(
                name,
                Map.of(
                        Stops.STATES,
                        Files.createDirectories(states.folder()).toString(),
                        Stops.EVERY,
                        Integer.toString(CrashStates.EVERY)));
    }

    private int build(String name, Map<String, String> properties) throws IOException {
        Process started = command(name, journal(name), properties)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        try {
            if (!started.waitFor(MINUTES, TimeUnit.MINUTES)) {
                started.destroyForcibly();
                throw new AssertionError("takes longer than " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return started.exitValue();
    }

    /** A process that builds, with the doubles of tools, too; {@link CrashBuild} knows what its last arguments are. */
    static ProcessBuilder building(Path dataset, Path built, Path compiler, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                CrashBuild.class.getName(),
                dataset.toString(),
                built.toString(),
                compiler.toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put(SynthesisRunner.DOUBLES, "accept");
        return process;
    }

    /** A process that builds, and whose children tell of their changes as it does. */
    ProcessBuilder command(String name, Path journal, Map<String, String> properties) {
        ProcessBuilder process =
                building(folder.resolve("dataset"), folder.resolve(name), folder.resolve("bin/g++"), arguments);
        process.environment().merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + ":" + path);
        StringBuilder options = new StringBuilder("-Djava.nio.file.spi.DefaultFileSystemProvider="
                + StoppingProvider.class.getName() + " -D" + Stops.ROOT + "=" + folder.resolve(name) + " -D"
                + Stops.JOURNAL + "=" + journal);
        properties.forEach(
                (key, value) -> options.append(" -D").append(key).append('=').append(value));
        // The children of the build have them, too.
        process.environment().put("JAVA_TOOL_OPTIONS", options.toString());
        return process;
    }

    static void delete(Path root) throws IOException {
        List<Path> paths = new ArrayList<>();
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                all.forEach(paths::add);
            }
        }
        Collections.reverse(paths);
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
