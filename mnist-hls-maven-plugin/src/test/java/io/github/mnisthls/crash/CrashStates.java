/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import io.github.mnisthls.pipeline.CrashBuild;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build leaves that dies before a change, for many changes: copies of all files, taken while it goes on. Much cheaper
 * than killing so many builds, and the same files.
 *
 * @param trial what is built
 * @param name  of the build that the states are from
 */
record CrashStates(CrashTrial trial, String name) {
    /** At every so many changes a state is kept; a nightly build keeps all. */
    static final int EVERY = Integer.getInteger(Stops.EVERY, 37);

    private static final String JOURNAL = ".journal";

    Path folder() {
        return trial.folder().resolve(ownName());
    }

    private String ownName() {
        return name + "States";
    }

    /** Goes on from each of them, all in one JVM: what is not as it should be. */
    List<String> problems() throws IOException {
        Path journal = trial.journal(ownName());
        Process builder = trial.command(ownName(), journal, Map.of(CrashBuild.EACH, CrashBuild.EACH))
                .redirectError(trial.folder().resolve(ownName() + ".log").toFile())
                .start();
        try (BufferedWriter names = builder.outputWriter(StandardCharsets.UTF_8);
                BufferedReader answers = builder.inputReader(StandardCharsets.UTF_8)) {
            List<String> problems = new ArrayList<>();
            List<Integer> numbers = numbers();
            if (numbers.isEmpty()) {
                // Nothing would be shown.
                throw new IllegalStateException("no state of " + name + " was kept");
            }
            for (int number : numbers) {
                names.write(number + "\n");
                names.flush();
                problem(number, answer(answers), Files.readAllLines(journal))
                        .ifPresent(problem -> problems.add("dead before " + number + ": " + problem));
                CrashTrial.delete(folder().resolve(Integer.toString(number)));
            }
            System.out.println("CrashTest: " + numbers.size() + " states of " + name + ", " + problems.size() + " bad");
            return problems;
        } finally {
            builder.destroy();
        }
    }

    private List<Integer> numbers() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.map(path -> path.getFileName().toString())
                    .filter(file -> !file.endsWith(JOURNAL))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        }
    }

    private static String answer(BufferedReader answers) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(CrashBuild.ANSWER)) {
                return line.substring(CrashBuild.ANSWER.length());
            }
        }
        throw new IOException("the builds ended before their last");
    }

    private Optional<String> problem(int number, String answer, List<String> after) throws IOException {
        if (!answer.isEmpty()) {
            return Optional.of(answer);
        }
        List<String> before = Files.readAllLines(folder().resolve(number + JOURNAL));
        List<String> epochs = new ArrayList<>(CrashTrial.epochs(before));
        String own = "/" + number;
        for (String epoch : CrashTrial.epochs(after)) {
            if (epoch.startsWith(own + "/")) {
                epochs.add(epoch.substring(own.length()));
            }
        }
        return trial.problem(epochs, folder().resolve(Integer.toString(number)));
    }
}
