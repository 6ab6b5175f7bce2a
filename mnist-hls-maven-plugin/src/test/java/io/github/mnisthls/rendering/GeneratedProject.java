/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A generated project in a folder, and the compiler calls that tests make there. */
public final class GeneratedProject {
    static final List<String> STRICT =
            List.of("-std=c++14", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-Wno-unknown-pragmas");

    private static final int MINUTES = 5;

    private final Path folder;
    private final String prefix;

    private GeneratedProject(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    public static RenderRequest request(QuantizedNetwork network, HardwarePlan plan, int images) {
        return new RenderRequest(
                network,
                plan,
                InterfaceKind.AXIS,
                ControlProtocol.AP_CTRL_NONE,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(network, images),
                SampleDialects.TODAY,
                Optional.empty());
    }

    public static GeneratedProject write(RenderRequest request, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file :
                new ProjectRenderer().render(request).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return new GeneratedProject(folder, request.names().prefix());
    }

    public Path folder() {
        return folder;
    }

    /** Of all sources of the design. */
    long sourceBytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Compiles design and testbench to {@code csim_main}; fails the test with the compiler's words. */
    public GeneratedProject compile(String compiler, String... flags) throws IOException, InterruptedException {
        return compile(List.of(compiler), flags);
    }

    /** The same with no more than 2 GB of memory. */
    GeneratedProject compileInTwoGigabytes(String... flags) throws IOException, InterruptedException {
        ExternalProgram.require("prlimit", "util-linux", GeneratedProject.class);
        return compile(List.of("prlimit", "--as=2000000000", "g++"), flags);
    }

    private GeneratedProject compile(List<String> compiler, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(compiler);
        command.addAll(STRICT);
        command.addAll(List.of(flags));
        command.addAll(List.of("-Isim", "-Isrc", "-o", "csim_main"));
        command.addAll(List.of("tb/" + prefix + "testbench.cpp", "src/" + prefix + "top.cpp"));
        Outcome outcome = run(command);
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.text());
        }
        return this;
    }

    public Outcome simulate(String... arguments) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("./csim_main"), Stream.of(arguments)).toList());
    }

    Outcome run(List<String> command) throws IOException, InterruptedException {
        return runIn(folder, command);
    }

    static Outcome runIn(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "command", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " takes longer than " + MINUTES + " minutes");
        }
        return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** How a command ended, and what it printed. */
    public record Outcome(int status, String text) {}
}
