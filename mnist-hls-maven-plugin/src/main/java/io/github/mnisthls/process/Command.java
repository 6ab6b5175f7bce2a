/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A program to run, as a value: it can be printed, compared with what another run used, saved as a script, or run.
 *
 * @param launcher         words put before the whole command, such as {@code srun --mem=32G} or {@code nice}; may be empty
 * @param arguments        the program and its arguments; nothing passes through a shell
 * @param workingDirectory where it runs; must exist
 * @param environment      variables added to this process's own
 * @param logFile          where standard output and standard error go, up to 64 MiB
 * @param limit            the time after which it and all its children are killed
 * @param memoryLimitMiB   the most virtual memory each of its processes may ask for
 * @param stdin            what its standard input is
 * @param listener         sees each line while it runs
 */
public record Command(
        List<String> launcher,
        List<String> arguments,
        Path workingDirectory,
        Map<String, String> environment,
        Optional<Path> logFile,
        Optional<Duration> limit,
        OptionalLong memoryLimitMiB,
        StandardInput stdin,
        OutputListener listener) {
    private static final long KIB_PER_MIB = 1024;

    /** What a program finds on its standard input. */
    public enum StandardInput {
        /** Nothing: the first read sees the end. */
        EMPTY,
        /** A pipe that ends when this JVM does, so that a child may watch for its parent's death. */
        OPEN_UNTIL_PARENT_ENDS,
        /** Nothing; and a watcher beside the program kills it with its children when this JVM ends, however that ends. */
        EMPTY_AND_WATCHED
    }

    public Command {
        launcher = List.copyOf(launcher);
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(stdin, "stdin");
        Objects.requireNonNull(listener, "listener");
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        limit.ifPresent(time -> requirePositive(time.toMillis(), "time limit in ms"));
        memoryLimitMiB.ifPresent(size -> requirePositive(size, "memory limit in MiB"));
    }

    private static void requirePositive(long value, String what) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be positive, but is " + value);
        }
    }

    /** Starts a command that runs in {@code workingDirectory}. */
    public static Builder builder(Path workingDirectory, String program) {
        return new Builder(workingDirectory, program);
    }

    /** The program's name without its folder, for messages. */
    public String programName() {
        return String.valueOf(Path.of(arguments.get(0)).getFileName());
    }

    /** All words the operating system gets: launcher, memory ceiling, program, arguments. */
    public List<String> words() {
        List<String> words = new ArrayList<>(launcher);
        if (memoryLimitMiB.isPresent()) {
            // Inside the launcher: the ceiling must hold where a batch system runs the tool, not where it is submitted.
            words.addAll(List.of("sh", "-c", "ulimit -v \"$0\" && exec \"$@\""));
            words.add(Long.toString(memoryLimitMiB.getAsLong() * KIB_PER_MIB));
        }
        words.addAll(arguments);
        return words;
    }

    /** One line for a POSIX shell that runs the same program with the same arguments. */
    public String toShellLine() {
        List<String> line = new ArrayList<>();
        if (!environment.isEmpty()) {
            line.add("env");
            environment.forEach((name, value) -> line.add(name + "=" + value));
        }
        line.addAll(words());
        return Shell.quote(line);
    }

    @Override
    public String toString() {
        return toShellLine();
    }

    /** Collects a command. */
    public static final class Builder {
        private final Path workingDirectory;
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private List<String> launcher = List.of();
        private Optional<Path> logFile = Optional.empty();
        private Optional<Duration> limit = Optional.empty();
        private OptionalLong memoryLimitMiB = OptionalLong.empty();
        private StandardInput stdin = StandardInput.EMPTY;
        private OutputListener listener = OutputListener.NONE;

        private Builder(Path workingDirectory, String program) {
            this.workingDirectory = workingDirectory;
            this.arguments.add(program);
        }

        /** Adds arguments. */
        public Builder args(String... values) {
            return args(List.of(values));
        }

        /** Adds arguments. */
        public Builder args(List<String> values) {
            arguments.addAll(values);
            return this;
        }

        /** Adds a path as an argument. */
        public Builder path(Path value) {
            arguments.add(value.toString());
            return this;
        }

        /** Adds or replaces a variable of the program's environment. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Builder launcher(List<String> words) {
            launcher = List.copyOf(words);
            return this;
        }

        /** The log is replaced, not appended to; its folder is made if need be. */
        public Builder logFile(Path file) {
            logFile = Optional.of(file);
            return this;
        }

        public Builder limit(Duration time) {
            limit = Optional.of(time);
            return this;
        }

        public Builder memoryLimitMiB(long size) {
            memoryLimitMiB = OptionalLong.of(size);
            return this;
        }

        /** Gives the program a standard input that ends only when this JVM ends. */
        public Builder keepStandardInputOpen() {
            stdin = StandardInput.OPEN_UNTIL_PARENT_ENDS;
            return this;
        }

        /** The program does not outlive this JVM, not even one that is killed. */
        public Builder endWithParent() {
            stdin = StandardInput.EMPTY_AND_WATCHED;
            return this;
        }

        public Builder listener(OutputListener value) {
            listener = value;
            return this;
        }

        public Command build() {
            return new Command(
                    launcher,
                    arguments,
                    workingDirectory,
                    environment,
                    logFile,
                    limit,
                    memoryLimitMiB,
                    stdin,
                    listener);
        }
    }
}
