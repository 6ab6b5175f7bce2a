/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.TemporaryFolder;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.process.SearchPath;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A C++ compiler of this machine.
 *
 * @param words   how it is called, such as {@code g++} or {@code ccache clang++}
 * @param version the first line that it prints for {@code --version}
 */
public record HostCompiler(List<String> words, String version) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final String REMEDY =
            "Install one (Debian: apt-get install g++), or name one with " + Settings.CXX + " or the variable CXX.";

    public HostCompiler {
        words = List.copyOf(words);
    }

    /**
     * The compiler that the POM names and what goes with it, else that of the variable {@code CXX}, else {@code g++}, else {@code clang++}.
     *
     * @throws InvalidSettingException if there is none, or the one that is named does not work
     */
    public static HostCompiler find(List<String> named, Map<String, String> environment) throws IOException {
        if (!named.isEmpty()) {
            return probe(named, Settings.CXX.toString(), environment);
        }
        String variable = environment.getOrDefault("CXX", "");
        if (!variable.isBlank()) {
            return probe(BLANKS.splitAsStream(variable.strip()).toList(), "The environment variable CXX", environment);
        }
        for (String name : List.of("g++", "clang++")) {
            if (SearchPath.has(name, environment)) {
                return probe(List.of(name), "The compiler on the PATH", environment);
            }
        }
        throw new InvalidSettingException(
                "C simulation needs a C++14 compiler, but neither g++ nor clang++ is on the PATH. " + REMEDY
                        + " To build without C simulation, set " + Settings.CSIM_SKIP + ".");
    }

    private static HostCompiler probe(List<String> words, String source, Map<String, String> environment)
            throws IOException {
        if (!SearchPath.has(words.get(0), environment)) {
            throw new InvalidSettingException(source, String.join(" ", words), "there is no such program", REMEDY);
        }
        ProcessResult result = new ProcessRunner()
                .run(command(words, Path.of("").toAbsolutePath(), List.of("--version"))
                        .limit(PROBE_LIMIT)
                        .build());
        if (!result.succeeded() || result.lastLines().isEmpty()) {
            throw new InvalidSettingException(
                    source,
                    String.join(" ", words),
                    "it does not respond to --version ("
                            + (result.timedOut()
                                    ? "not within " + PROBE_LIMIT.toSeconds() + " s"
                                    : "exit status " + result.exitCode())
                            + ")",
                    REMEDY);
        }
        return new HostCompiler(words, result.lastLines().get(0));
    }

    /** Whether the compiler knows a flag. */
    boolean takes(String flag) throws IOException {
        Path folder = TemporaryFolder.create();
        try {
            Path nothing = Files.createFile(folder.resolve("nothing.cpp"));
            return new ProcessRunner()
                    .run(call(folder, List.of(flag, "-fsyntax-only", nothing.toString()))
                            .limit(PROBE_LIMIT)
                            .build())
                    .succeeded();
        } finally {
            FileTree.delete(folder);
        }
    }

    /** The command that calls this compiler. */
    Command.Builder call(Path workingDirectory, List<String> arguments) {
        return command(words, workingDirectory, arguments);
    }

    private static Command.Builder command(List<String> words, Path workingDirectory, List<String> arguments) {
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        rest.addAll(arguments);
        return Command.builder(workingDirectory, words.get(0)).args(rest).endWithParent();
    }
}
