/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Feeds code with damaged inputs, the same ones at every run. Of each is expected: a result, or one message of at most 2,000
 * characters that says what, where and how to mend it and shows nothing of the code; within 20 seconds and a gibibyte; nothing
 * but the folders {@code work} and {@code output} is touched.
 *
 * @param folder for all files
 * @param kind   of inputs; seeds them
 */
public record Fuzzing(Path folder, String kind) {
    /** Of each kind; a nightly build tries more. */
    public static final int INPUTS = Integer.getInteger("mnisthls.fuzz.inputs", 200);

    private static final int LONGEST_MESSAGE = 2000;
    private static final long MOST_SECONDS = 20;
    private static final long MOST_BYTES = 1L << 30;
    private static final int ENOUGH = 100;

    /** Of processor time: the machine may do something else besides. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SHOWN = 400;
    private static final int SHOWN_PROBLEMS = 8;

    /** Names of exceptions, stack traces, and what the JDK and libraries say of themselves. */
    private static final Pattern INNARDS =
            Pattern.compile("\\b(java|javax|jdk|sun|com\\.fasterxml|org\\.nd4j|org\\.deeplearning4j|io\\.github)"
                    + "\\.\\w+(\\.\\w+)*\\.?[A-Z]|\\tat |Exception\\b"
                    + "|Cannot invoke|out of bounds|Index \\d+|is null|StreamReadConstraints|\\(through reference chain"
                    + "|Java heap space|Caused by");

    /** One input. */
    public interface Input {
        /**
         * Writes the input's files below the folder, and gives what reads them.
         *
         * @param folder empty; the code may write to {@code work} and {@code output} in it
         */
        Callable<?> prepare(Random random, Path folder) throws Exception;
    }

    /** Tries all inputs; fails with each that is not as expected. */
    public void run(Input input) throws Exception {
        run(input, InvalidSettingException.class);
    }

    /** As {@link #run(Input)} for code that takes everything. */
    public void runWithoutRefusals(Input input) throws Exception {
        assertThat(refusals(input, InvalidSettingException.class)).isZero();
    }

    /** As {@link #run(Input)} for code that refuses by an exception of its own. */
    public void run(Input input, Class<? extends Exception> refusal) throws Exception {
        int refused = refusals(input, refusal);
        if (INPUTS >= ENOUGH) {
            // Neither harmless inputs alone would show anything, nor code that takes nothing.
            assertThat(refused).isStrictlyBetween(INPUTS / 20, INPUTS);
        }
    }

    private int refusals(Input input, Class<? extends Exception> refusal) throws Exception {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(MOST_BYTES);
        Path victim = Files.createDirectories(folder.resolve("victim"));
        Files.writeString(victim.resolve("precious.txt"), "precious");
        List<String> problems = new ArrayList<>();
        int refused = 0;
        for (int seed = 0; seed < INPUTS; seed++) {
            Path place = Files.createDirectories(folder.resolve("in").resolve(Integer.toString(seed)));
            Callable<?> call = input.prepare(random(kind, seed), place);
            Map<String, String> before = untouchable();
            String problem = "";
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                call.call();
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                refused++;
                problem = problem(e, refusal);
            }
            long seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000_000L;
            if (seconds > MOST_SECONDS) {
                problem += " took " + seconds + " s";
            }
            if (!untouchable().equals(before)) {
                problem += " touched files: before " + before.keySet() + ", after "
                        + untouchable().keySet();
            }
            if (!problem.isEmpty()) {
                problems.add(kind + " " + seed + ": " + problem);
            }
            delete(place);
        }
        System.out.println("Fuzzing " + kind + ": " + INPUTS + " inputs, " + refused + " refused");
        assertThat(problems.stream().limit(SHOWN_PROBLEMS)).isEmpty();
        return refused;
    }

    /** The first numbers of generators whose seeds follow each other are nearly the same, unless the seeds are mixed. */
    public static Random random(String kind, int seed) {
        return new Random(new SplittableRandom(kind.hashCode() * 31L + seed).nextLong());
    }

    private static String problem(Throwable e, Class<? extends Exception> refusal) {
        String message = String.valueOf(e.getMessage());
        String shown = message.substring(0, Math.min(SHOWN, message.length()));
        if (!refusal.isInstance(e)) {
            return "not expected: " + e.getClass() + " " + shown + " at "
                    + Stream.of(e.getStackTrace()).limit(8).toList();
        }
        if (message.length() > LONGEST_MESSAGE) {
            return "a message of " + message.length() + " characters: " + shown;
        }
        if (INNARDS.matcher(withoutQuoted(message)).find()) {
            return "shows its innards: " + shown;
        }
        if (e instanceof InvalidSettingException && !(message.endsWith(".") && message.matches("(?s).*[.:][ \\n].*"))) {
            return "no remedy: " + shown;
        }
        return "";
    }

    /** What is quoted is the user's; so is the name of a layer, which some places tell without quotes. */
    private static String withoutQuoted(String message) {
        return message.replace(Mutation.FOREIGN_CLASS, "").replaceAll("(?s)'.*'|\".*\"", "''");
    }

    private Map<String, String> untouchable() {
        Map<String, String> digests = new TreeMap<>(FileTree.digests(folder));
        digests.keySet().removeIf(name -> name.matches("in/\\d+/(work|output)/.*"));
        return digests;
    }

    private static void delete(Path root) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.forEach(paths::add);
        }
        Collections.reverse(paths);
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
