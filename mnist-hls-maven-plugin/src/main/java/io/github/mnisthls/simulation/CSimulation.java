/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.LogFile;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Compiles the generated project with this machine's compiler and runs its testbench, several processes side by side. */
public final class CSimulation {
    private static final String COMPILER_LOG = "compile.log";
    private static final String EXECUTABLE = "csim";
    private static final String NATIVE = "-march=native";
    private static final int ERRORS_SHOWN = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The testbench's last lines: a name and a number. */
    private static final Pattern FIGURE =
            Pattern.compile("(images|logitsCompared|logitsDiffering|classesDiffering|packetsWrong) (\\d+)");

    private static final int FIGURES = 5;
    private static final int LOOK_SECONDS = 1;

    private static final Pattern ERROR = Pattern.compile(".*\\b(error|undefined reference)\\b.*");

    private final ProcessRunner runner = new ProcessRunner();

    /**
     * Runs the simulation to its end.
     *
     * @param environment where {@code XILINX_HLS} is looked up
     * @throws IOException if a process cannot be started or the thread is interrupted
     */
    public SimulationResult run(SimulationRequest request, Map<String, String> environment) throws IOException {
        Testbench testbench = new Testbench(request.project(), environment);
        long start = System.nanoTime();
        ProcessResult compiled = compile(request, testbench);
        Path log = request.folder().resolve(COMPILER_LOG);
        if (compiled.timedOut()) {
            return new SimulationResult.CompilerFailed(tooLong(request), compiled.lastLines(), log);
        }
        if (!compiled.succeeded()) {
            return new SimulationResult.NotCompiled(firstErrors(log), log);
        }
        if (!Files.isExecutable(request.folder().resolve(EXECUTABLE))) {
            return new SimulationResult.CompilerFailed(
                    "it ended with status 0, but wrote no executable file", compiled.lastLines(), log);
        }
        double compileSeconds = secondsSince(start);
        start = System.nanoTime();
        List<ProcessResult> shards = runShards(request, testbench);
        return judge(request, shards, compileSeconds, secondsSince(start));
    }

    private ProcessResult compile(SimulationRequest request, Testbench testbench) throws IOException {
        Command compilation = compilation(request, testbench);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        int files = testbench.sources().size();
        Progress progress = Progress.of("files compiled", files);
        try {
            return await(thread.submit(() -> runner.run(compilation)), () -> progress.reached(0));
        } finally {
            progress.reached(files);
            thread.shutdownNow();
        }
    }

    private Command compilation(SimulationRequest request, Testbench testbench) throws IOException {
        List<String> arguments = new ArrayList<>(testbench.compilerFlags());
        if (request.compiler().takes(NATIVE)) {
            arguments.add(NATIVE);
        }
        arguments.addAll(request.flags());
        arguments.add("-o");
        arguments.add(request.folder().resolve(EXECUTABLE).toString());
        arguments.addAll(testbench.sources());
        return request.compiler()
                .call(request.project(), arguments)
                .logFile(request.folder().resolve(COMPILER_LOG))
                .limit(request.timeLimit())
                // A compiler that is killed leaves its temporary files; here the next build removes them.
                .environment("TMPDIR", request.folder().toString())
                .build();
    }

    private List<ProcessResult> runShards(SimulationRequest request, Testbench testbench) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(request.shards());
        Progress progress = Progress.of("images simulated", request.images());
        try {
            List<Future<ProcessResult>> futures = new ArrayList<>();
            for (int shard = 0; shard < request.shards(); shard++) {
                Command command = shard(request, testbench, shard);
                futures.add(threads.submit(() -> runner.run(command)));
            }
            List<ProcessResult> results = new ArrayList<>();
            for (Future<ProcessResult> future : futures) {
                results.add(await(future, () -> progress.reached(simulated(request))));
            }
            return results;
        } finally {
            progress.reached(request.images());
            threads.shutdownNow();
        }
    }

    /** Images whose logits are written. */
    private static long simulated(SimulationRequest request) {
        return IntStream.range(0, request.shards())
                .mapToLong(shard -> Prediction.count(predictions(request.folder(), shard)))
                .sum();
    }

    /** @param look what is done every second until then */
    private static ProcessResult await(Future<ProcessResult> future, Runnable look) throws IOException {
        try {
            while (true) {
                try {
                    return future.get(LOOK_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    look.run();
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("The testbench cannot be run: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("C simulation was interrupted", e);
        }
    }

    private static Command shard(SimulationRequest request, Testbench testbench, int shard) {
        int first = (int) ((long) request.images() * shard / request.shards());
        int next = (int) ((long) request.images() * (shard + 1) / request.shards());
        Path folder = request.folder();
        return Command.builder(folder, folder.resolve(EXECUTABLE).toString())
                .args(testbench.arguments(first, next - first, predictions(folder, shard)))
                .logFile(log(request, shard))
                .limit(request.timeLimit())
                .endWithParent()
                .build();
    }

    private static Path predictions(Path folder, int shard) {
        return folder.resolve("predictions-" + shard + ".txt");
    }

    private static Path log(SimulationRequest request, int shard) {
        return request.folder().resolve("csim-" + shard + ".log");
    }

    private static SimulationResult judge(
            SimulationRequest request, List<ProcessResult> shards, double compileSeconds, double simulateSeconds)
            throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < shards.size(); i++) {
            ProcessResult shard = shards.get(i);
            Path log = log(request, i);
            Map<String, Long> figures = figures(shard.lastLines());
            if (shard.timedOut() || figures.size() < FIGURES) {
                String reason = shard.timedOut() ? tooLong(request) : "exit status " + shard.exitCode();
                return new SimulationResult.NotFinished(reason, shard.lastLines(), log);
            }
            long wrong = figures.get("logitsDiffering") + figures.get("classesDiffering") + figures.get("packetsWrong");
            if ((shard.exitCode() == 0) != (wrong == 0)) {
                return new SimulationResult.NotFinished(
                        "exit status " + shard.exitCode() + " contradicts its figures", shard.lastLines(), log);
            }
            figures.forEach((name, value) -> sums.merge(name, value, Long::sum));
            files.add(predictions(request.folder(), i));
            differences.addAll(Testbench.differences(log));
        }
        int images = sums.get("images").intValue();
        long compared = sums.get("logitsCompared");
        long differing = sums.get("logitsDiffering");
        if (differing + sums.get("classesDiffering") + sums.get("packetsWrong") > 0) {
            return new SimulationResult.Different(images, compared, differing, differences, log(request, 0));
        }
        return new SimulationResult.Equal(images, compared, compileSeconds, simulateSeconds, Prediction.read(files));
    }

    private static Map<String, Long> figures(List<String> lines) {
        Map<String, Long> figures = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = FIGURE.matcher(line);
            if (matcher.matches()) {
                figures.put(matcher.group(1), Long.parseLong(matcher.group(2)));
            }
        }
        return figures;
    }

    private static List<String> firstErrors(Path log) throws IOException {
        List<String> errors = LogFile.firstLines(log, ERROR.asMatchPredicate(), ERRORS_SHOWN);
        return errors.isEmpty() ? LogFile.firstLines(log, line -> true, ERRORS_SHOWN) : errors;
    }

    private static String tooLong(SimulationRequest request) {
        return "it took longer than " + request.timeLimit().toSeconds() + " s";
    }

    private static double secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / NANOS_PER_SECOND;
    }
}
