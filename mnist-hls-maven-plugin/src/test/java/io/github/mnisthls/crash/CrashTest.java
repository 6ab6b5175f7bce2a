/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Nightly;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.it.TinyDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that is stopped before or after any change of files, by itself or by its training process: the next one makes the
 * same zip and the same files, and no epoch is trained twice.
 */
@Slow
@Thorough
class CrashTest {
    /** How many points of each process of each case; a nightly build tries more. */
    private static final int POINTS = Integer.getInteger("mnisthls.crash.points", 2);

    private static final int THREADS = 2;
    private static final Pattern CHANGE = Pattern.compile("(build|child) (\\d+) \\w+ \\S+");
    private static final Pattern TAKES_SPACE =
            Pattern.compile("(build|child) (\\d+) (?:open|write|folder|link|copy|move) \\S+");
    private static final String WHOLE = "whole";
    private static final String OLDER = "older";
    private static final String OVER = "over";
    private static final String TRAINED_ON = "trainedOn";
    private static final String SYNTHESIZED = "synthesized";
    private static final String LOADED = "loaded";
    private static final String OLDER_SEED = "2";
    private static final List<String> PLAIN = List.of("1", "ap_fixed<16,8>");
    private static final List<String> FINETUNED = List.of("1", "ap_fixed<5,2>");

    @TempDir
    private Path folder;

    private CrashTrial plain;

    @BeforeEach
    void aWholeBuild() throws IOException {
        TinyDataset.write(folder.resolve("dataset"));
        compiler(ExternalProgram.require("g++", "g++", CrashTest.class));
        plain = new CrashTrial(folder, WHOLE, Optional.empty(), PLAIN);
        build(WHOLE, plain);
    }

    @Test
    void aFirstBuildIsMadeUpFor() throws Exception {
        List<String> changes = Files.readAllLines(plain.journal(WHOLE));
        assertThat(CrashTrial.epochs(changes)).hasSize(2);

        assertThat(new CrashStates(plain, WHOLE).problems()).isEmpty();
        assertThat(problems(points(changes), plain)).isEmpty();
    }

    /** A disk that is full for one change, at each of the training's that takes space. */
    @Test
    void aTrainingThatCannotWriteIsMadeUpFor() throws Exception {
        List<String> training = new ArrayList<>();
        for (String line : Files.readAllLines(plain.journal(WHOLE))) {
            if (line.contains("/.staging/quantize")) {
                break;
            }
            Matcher change = TAKES_SPACE.matcher(line);
            if (change.matches()) {
                training.add(change.group(1) + ":" + change.group(2) + ":fail");
            }
        }

        assertThat(problems(some(training), plain)).isEmpty();
    }

    /** Another seed: each step's results take the place of older ones. */
    @Test
    void aBuildOverAnOlderOneIsMadeUpFor() throws Exception {
        List<String> another = List.of(OLDER_SEED, PLAIN.get(1));
        assertThat(new CrashTrial(folder, WHOLE, Optional.empty(), another).build(OLDER, ""))
                .as(log(OLDER))
                .isZero();
        CrashTrial over = new CrashTrial(folder, WHOLE, Optional.of(OLDER), PLAIN);

        List<String> changes = unbroken(OVER, over);

        assertThat(new CrashStates(over, OVER).problems()).isEmpty();
        assertThat(problems(points(changes), over)).isEmpty();
    }

    /** The network that is there is trained on with rounding; nothing else is trained. */
    @Test
    void fineTuningIsMadeUpFor() throws Exception {
        CrashTrial trial = new CrashTrial(folder, TRAINED_ON, Optional.of(WHOLE), FINETUNED);
        List<String> changes = unbroken(TRAINED_ON, trial);
        assertThat(CrashTrial.epochs(changes)).hasSize(2);

        assertThat(new CrashStates(trial, TRAINED_ON).problems()).isEmpty();
        assertThat(problems(points(changes), trial)).isEmpty();
    }

    /** The steps of an HLS tool, of its double; nothing is trained. */
    @Test
    void synthesisIsMadeUpFor() throws Exception {
        ToolDoubles.require(CrashTest.class);
        String tool = ToolDoubles.vitisHls(folder.resolve("tool"), "2023.2").toString();
        List<String> arguments = List.of(PLAIN.get(0), PLAIN.get(1), "tool=" + tool);
        CrashTrial trial = new CrashTrial(folder, SYNTHESIZED, Optional.of(WHOLE), arguments);
        List<String> changes = unbroken(SYNTHESIZED, trial);
        assertThat(CrashTrial.epochs(changes)).isEmpty();
        assertThat(changes.toString()).contains("/csynth/", "/cosim/", "/export/");

        assertThat(new CrashStates(trial, SYNTHESIZED).problems()).isEmpty();
        assertThat(problems(points(changes), trial)).isEmpty();
    }

    /** The steps that are left: a model is loaded, its widths are looked for, and what is wrong with it. */
    @Nightly
    @Test
    void lookingForWidthsAndFaultsIsMadeUpFor() throws Exception {
        String model = folder.resolve(WHOLE).resolve("work/model/network").toString();
        CrashTrial trial = new CrashTrial(folder, LOADED, Optional.of(OLDER), List.of("1", "auto", "model=" + model));
        plain.copy(WHOLE, OLDER);
        List<String> changes = unbroken(LOADED, trial);
        assertThat(changes.toString()).contains("/work/widths,", "/work/diagnosis/model,", "/work/diagnosis/training,");

        assertThat(new CrashStates(trial, LOADED).problems()).isEmpty();
        assertThat(problems(points(changes), trial)).isEmpty();
    }

    /** The changes of a build over an older one that nothing stops. */
    private List<String> unbroken(String name, CrashTrial trial) throws IOException {
        plain.copy(trial.older().orElseThrow(), name);
        build(name, trial);
        return Files.readAllLines(trial.journal(name));
    }

    private void build(String name, CrashTrial trial) throws IOException {
        assertThat(trial.build(name, new CrashStates(trial, name)))
                .as(log(name))
                .isZero();
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    /** Where a build is stopped; after a change is before the next one of the same process, but for the last ones. */
    private static List<String> points(List<String> changes) {
        Map<String, List<String>> points = new TreeMap<>();
        for (String line : changes) {
            Matcher change = CHANGE.matcher(line);
            if (change.matches()) {
                List<String> own = points.computeIfAbsent(change.group(1), role -> new ArrayList<>(List.of("")));
                String number = change.group(1) + ":" + change.group(2);
                own.set(own.size() - 1, number + ":before");
                own.add(number + ":after");
            }
        }
        return points.values().stream().flatMap(own -> some(own).stream()).toList();
    }

    /** Evenly, so that each step has its share. */
    private static List<String> some(List<String> points) {
        int count = Math.min(POINTS, points.size());
        System.out.println("CrashTest: killed at " + count + " of " + points.size() + " points");
        return IntStream.range(0, count)
                .mapToObj(i -> points.get((int) ((i + 0.5) * points.size() / count)))
                .toList();
    }

    private List<String> problems(List<String> points, CrashTrial trial)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<String>>> results = new ArrayList<>();
            for (String point : points) {
                results.add(threads.submit(() -> problem(point, trial)));
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

    private Optional<String> problem(String point, CrashTrial trial) {
        try {
            return trial.problem(point.replace(':', '-'), point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the same sources once. */
    private void compiler(Path real) throws IOException {
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("g++");
        Files.createDirectories(folder.resolve("compiled"));
        Files.writeString(script, """
            #!/bin/sh
            out=
            last=
            sources=
            for word in "$@"; do
              if [ "$last" = -o ]; then out=$word; fi
              case "$word" in *.cpp) sources="$sources $word $(find "${word%/*}/../src" -name '*.h*' | sort)" ;; esac
              last=$word
            done
            if [ -z "$sources" ]; then exec REAL "$@"; fi
            key=$( (echo "$@" | sed 's#FOLDER/[^ ]*##g'; cat $sources) | cksum | tr -d ' ')
            compiled=FOLDER/compiled/$key
            if [ ! -f "$compiled" ]; then
              REAL "$@" || exit
              if [ -n "$out" ]; then cp "$out" "$compiled.$$"; else : >"$compiled.$$"; fi
              mv "$compiled.$$" "$compiled"
            elif [ -n "$out" ]; then
              cp "$compiled" "$out"
            fi
            """.replace("FOLDER", folder.toString()).replace("REAL", real.toString()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
