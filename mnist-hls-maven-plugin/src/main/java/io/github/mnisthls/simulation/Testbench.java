/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import io.github.mnisthls.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one must know of the generated project to compile and run its testbench. */
final class Testbench {
    private static final String INCLUDE = "src";
    private static final String SIM_INCLUDE = "sim";
    private static final String DIFFERENCE = "DIFFERS: ";
    private static final int DIFFERENCES_SHOWN = 20;

    private final Path project;
    private final Optional<Path> vendorHeaders;

    /**
     * The testbench of a project.
     *
     * @param environment where {@code XILINX_HLS} is looked up: its headers are preferred to those of the project
     */
    Testbench(Path project, Map<String, String> environment) {
        this.project = project;
        this.vendorHeaders = Optional.ofNullable(environment.get("XILINX_HLS"))
                .filter(root -> !root.isBlank())
                .map(root -> Path.of(root, "include"))
                .filter(Files::isDirectory);
    }

    List<String> compilerFlags() {
        List<String> flags = new ArrayList<>(List.of("-std=c++14", "-O3", "-Wno-unknown-pragmas", "-I" + INCLUDE));
        vendorHeaders.ifPresentOrElse(
                headers -> flags.addAll(List.of("-isystem", headers.toString())), () -> flags.add("-I" + SIM_INCLUDE));
        return flags;
    }

    /** Paths relative to the project. */
    List<String> sources() {
        return Stream.of(INCLUDE, "tb").flatMap(folder -> list(folder, ".cpp")).toList();
    }

    List<String> arguments(int first, int count, Path predictions) {
        String vectors = list("tb", ".bin").findFirst().orElseThrow();
        return List.of(
                project.resolve(vectors).toString(),
                Integer.toString(first),
                Integer.toString(count),
                "--predictions",
                predictions.toString());
    }

    /** Of a testbench's output, the first lines that tell of differences. */
    static List<String> differences(Path log) throws IOException {
        return LogFile.firstLines(log, line -> line.startsWith(DIFFERENCE), DIFFERENCES_SHOWN);
    }

    private Stream<String> list(String folder, String ending) {
        try (Stream<Path> files = Files.list(project.resolve(folder))) {
            return files
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + project.resolve(folder), e);
        }
    }
}
