/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.it.TinyDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that is stopped before or after any change of files, by itself or by its training process: the next one makes the
 * same zip and the same files, and no epoch is trained twice.
 */
@Slow
class CrashTest {
    /** How many points of each case; a nightly build tries more. */
    private static final int POINTS = Integer.getInteger("mnisthls.crash.points", 4);

    private static final int THREADS = 2;
    private static final Pattern CHANGE = Pattern.compile("(build|child) (\\d+) \\w+ \\S+");
    private static final String WHOLE = "whole";
    private static final String OLDER = "older";
    private static final String OVER = "over";

    @TempDir
    private Path folder;

    private CrashTrial trial;

    @BeforeEach
    void aWholeBuild() throws IOException {
        ExternalProgram.require("g++", "g++", CrashTest.class);
        TinyDataset.write(folder.resolve("dataset"));
        compiler();
        trial = new CrashTrial(folder);
        assertThat(trial.build(WHOLE, CrashTrial.SEED, "")).as(log(WHOLE)).isZero();
    }

    @Test
    void aFirstBuildIsMadeUpFor() throws Exception {
        List<String> changes = Files.readAllLines(trial.journal(WHOLE));
        assertThat(CrashTrial.epochs(changes)).hasSize(2);

        assertThat(problems(points(changes), Optional.empty())).isEmpty();
    }

    /** A disk that is full for one change, at each of the training's, until its checkpoints go. */
    @Test
    void aTrainingThatCannotWriteIsMadeUpFor() throws Exception {
        List<String> training = new ArrayList<>();
        for (String line : Files.readAllLines(trial.journal(WHOLE))) {
            if (line.contains("/.staging/quantize")) {
                break;
            }
            Matcher change = CHANGE.matcher(line);
            if (change.matches()) {
                training.add(change.group(1) + ":" + change.group(2) + ":fail");
            }
        }

        assertThat(problems(some(training), Optional.empty())).isEmpty();
    }

    /** Another seed: each step's results take the place of older ones. */
    @Test
    void aBuildOverAnOlderOneIsMadeUpFor() throws Exception {
        assertThat(trial.build(OLDER, CrashTrial.OLDER_SEED, "")).as(log(OLDER)).isZero();
        trial.copy(OLDER, OVER);
        assertThat(trial.build(OVER, CrashTrial.SEED, "")).as(log(OVER)).isZero();

        assertThat(problems(points(Files.readAllLines(trial.journal(OVER))), Optional.of(OLDER)))
                .isEmpty();
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    /** Where a build can be stopped; after a change is before the next one of the same process, but for the last ones. */
    private static List<String> points(List<String> changes) {
        List<String> points = new ArrayList<>();
        Map<String, String> last = new TreeMap<>();
        for (String line : changes) {
            Matcher change = CHANGE.matcher(line);
            if (change.matches()) {
                String number = change.group(1) + ":" + change.group(2);
                points.add(number + ":before");
                last.put(change.group(1), number + ":after");
            }
        }
        points.addAll(last.values());
        return some(points);
    }

    private static List<String> some(List<String> points) {
        assertThat(points).hasSizeGreaterThan(40);
        Collections.shuffle(points, new Random(17));
        List<String> tried = points.subList(0, Math.min(POINTS, points.size()));
        System.out.println("CrashTest: " + tried.size() + " of " + points.size() + " points");
        return tried;
    }

    private List<String> problems(List<String> points, Optional<String> older)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<String>>> results = new ArrayList<>();
            for (String point : points) {
                results.add(threads.submit(() -> problem(point, older)));
            }
            List<String> problems = new ArrayList<>();
            for (Future<Optional<String>> result : results) {
                result.get().ifPresent(problems::add);
            }
            return problems;
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<String> problem(String point, Optional<String> older) {
        try {
            return trial.problem(point.replace(':', '-'), point, older);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the same sources once. */
    private void compiler() throws IOException {
        Path script = folder.resolve("cxx");
        Files.writeString(script, """
                #!/bin/sh
                out=
                last=
                sources=
                for word in "$@"; do
                  if [ "$last" = -o ]; then out=$word; fi
                  case "$word" in *.cpp) sources="$sources $word ${word%/*}/../src/*.hpp" ;; esac
                  last=$word
                done
                case "$out" in
                  *csim_main*)
                    compiled=FOLDER/$(cat $sources | cksum | tr -d ' ')
                    if [ ! -f "$compiled" ]; then
                      g++ "$@" && cp "$out" "$compiled.$$" && mv "$compiled.$$" "$compiled"
                    else
                      cp "$compiled" "$out"
                    fi ;;
                  *) exec g++ "$@" ;;
                esac
                """.replace("FOLDER", folder.toString()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
