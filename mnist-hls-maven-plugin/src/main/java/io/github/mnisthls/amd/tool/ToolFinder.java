/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for an AMD HLS tool: the explicit path, then {@code XILINX_HLS}, {@code XILINX_VITIS}, and {@code PATH}.
 *
 * <p>In each place {@code vitis-run} is preferred from 2023.2 on, where {@code vitis_hls} calls itself deprecated (message
 * HLS 200-2053); before that {@code vitis_hls}, then {@code vivado_hls}.
 */
public final class ToolFinder {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> EXTENSIONS = WINDOWS ? List.of(".bat", ".exe") : List.of("");

    private final VersionProbe probe;

    public ToolFinder(ProcessRunner runner) {
        this.probe = new VersionProbe(runner);
    }

    /**
     * Searches.
     *
     * @throws InterruptedIOException if the thread was interrupted while a tool was asked for its version
     */
    public ToolSearch find(ToolRequest request) throws IOException {
        List<String> seen = new ArrayList<>();
        for (SearchPlace place : SearchPlace.all(request)) {
            String met = "none";
            for (Candidate candidate : candidates(place, request)) {
                Tool tool = tool(place, candidate, request);
                if (matches(request, tool)) {
                    return new ToolSearch.Found(tool);
                }
                met = tool.kind().program() + " " + tool.version() + ", but " + Settings.TOOL_VERSION + " asks for "
                        + request.toolVersion().orElseThrow();
            }
            seen.add(place.name() + ": " + met);
        }
        return new ToolSearch.Missing(seen);
    }

    private record Candidate(ToolKind kind, Path executable) {}

    private static boolean matches(ToolRequest request, Tool tool) {
        return request.toolVersion().map(tool.version()::isSameRelease).orElse(true);
    }

    private static List<Candidate> candidates(SearchPlace place, ToolRequest request) {
        Optional<Path> named = request.toolPath().filter(Files::isRegularFile);
        List<Candidate> found = new ArrayList<>();
        for (Path folder : place.folders()) {
            preference(folder, named).stream()
                    .flatMap(kind ->
                            program(folder, kind.program()).stream().map(executable -> new Candidate(kind, executable)))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** A named executable is taken at its word; else the generation that the folder's release prefers comes first. */
    private static List<ToolKind> preference(Path folder, Optional<Path> named) {
        Optional<ToolKind> exact = named.flatMap(ToolFinder::kindOf);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        boolean unified = VersionProbe.ofFolder(folder)
                .map(version -> version.isAtLeast(ToolVersion.FIRST_PREFERRING_UNIFIED))
                .orElse(true);
        return unified
                ? List.of(ToolKind.VITIS_UNIFIED, ToolKind.VITIS_HLS, ToolKind.VIVADO_HLS)
                : List.of(ToolKind.VITIS_HLS, ToolKind.VIVADO_HLS, ToolKind.VITIS_UNIFIED);
    }

    private static Optional<ToolKind> kindOf(Path executable) {
        String name = executable.getFileName().toString();
        String plain = name.replaceFirst("\\.(bat|exe)$", "");
        String program = plain.equals("v++") ? ToolKind.VITIS_UNIFIED.program() : plain;
        return Stream.of(ToolKind.values())
                .filter(kind -> kind.program().equals(program))
                .findFirst();
    }

    private static Optional<Path> program(Path folder, String name) {
        return EXTENSIONS.stream()
                .map(extension -> folder.resolve(name + extension))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(file -> file.toAbsolutePath().normalize())
                .findFirst();
    }

    private Tool tool(SearchPlace place, Candidate candidate, ToolRequest request) throws IOException {
        Path executable = candidate.executable();
        Optional<Path> compiler =
                candidate.kind() == ToolKind.VITIS_UNIFIED ? program(executable.getParent(), "v++") : Optional.empty();
        Optional<Path> settings = place.setUp()
                ? Optional.empty()
                : Optional.of(Tool.rootOf(executable).resolve(SearchPlace.SETTINGS))
                        .filter(Files::isRegularFile);
        Flow flow = request.flow().orElse(compiler.isPresent() ? Flow.CONFIG : Flow.TCL);
        if (flow == Flow.CONFIG && compiler.isEmpty()) {
            throw new InvalidSettingException(
                    Settings.TOOL_FLOW,
                    "config",
                    executable + " comes without v++, so only Tcl can drive it",
                    "Choose tcl or auto, or a release from 2023.2 on.");
        }
        VersionProbe.Answer version = probe.ask(candidate.kind(), executable, compiler, settings);
        return new Tool(
                candidate.kind(),
                executable,
                compiler,
                version.number(),
                version.source(),
                settings,
                flow,
                place.name());
    }
}
