/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.synthesis;

import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessRunner;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for an AMD HLS tool: the explicit path, then {@code XILINX_HLS}, {@code XILINX_VITIS}, and {@code PATH}.
 *
 * <p>In each place {@code vitis-run} is preferred from 2023.2 on, where {@code vitis_hls} calls itself deprecated (message
 * HLS 200-2053); before that {@code vitis_hls}, then {@code vivado_hls}.
 */
public final class ToolFinder {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(60);
    private static final String SETTINGS = "settings64.sh";
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> EXTENSIONS = WINDOWS ? List.of(".bat", ".exe") : List.of("");

    private final ProcessRunner runner;

    public ToolFinder(ProcessRunner runner) {
        this.runner = runner;
    }

    /** A place to look into. */
    private record Place(String name, List<Path> folders, boolean setUp) {}

    /**
     * Searches.
     *
     * @throws InterruptedIOException if the thread was interrupted while a tool was asked for its version
     */
    public ToolSearch find(ToolRequest request) throws IOException {
        List<String> seen = new ArrayList<>();
        for (Place place : places(request)) {
            Optional<Tool> tool = findIn(place, request);
            if (tool.isEmpty()) {
                seen.add(place.name() + ": none");
            } else if (!matches(request, tool.get())) {
                seen.add(place.name() + ": " + tool.get().kind().program() + " "
                        + tool.get().version() + ", but " + ToolRequest.TOOL_VERSION + " asks for "
                        + request.toolVersion().orElseThrow());
            } else {
                return new ToolSearch.Found(tool.get());
            }
        }
        return new ToolSearch.Missing(seen);
    }

    private static boolean matches(ToolRequest request, Tool tool) {
        return request.toolVersion().map(tool.version()::isSameRelease).orElse(true);
    }

    /** An explicit path is the only place: who names a tool does not want another. */
    private static List<Place> places(ToolRequest request) throws IOException {
        if (request.toolPath().isPresent()) {
            Path path = request.toolPath().get().toAbsolutePath().normalize();
            return List.of(new Place(ToolRequest.TOOL_PATH + " = " + path, explicitFolders(path, request), false));
        }
        List<Place> places = new ArrayList<>();
        for (String variable : List.of("XILINX_HLS", "XILINX_VITIS")) {
            String value = request.environment().get(variable);
            if (value == null || value.isBlank()) {
                places.add(new Place(variable + " (not set)", List.of(), true));
            } else {
                places.add(new Place(variable + " = " + value, List.of(Path.of(value, "bin"), Path.of(value)), true));
            }
        }
        String path = request.environment().getOrDefault("PATH", "");
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        places.add(new Place("PATH", folders, true));
        return places;
    }

    /** One release, in the layouts up to 2024.2 and from 2025.1; or a folder of many, newest first. */
    private static List<Path> explicitFolders(Path path, ToolRequest request) throws IOException {
        if (Files.isRegularFile(path)) {
            boolean settings = path.getFileName().toString().equals(SETTINGS);
            return List.of(settings ? path.resolveSibling("bin") : path.getParent());
        }
        List<Path> folders = new ArrayList<>();
        folders.add(path);
        folders.add(path.resolve("bin"));
        folders.add(path.resolve("Vitis/bin"));
        folders.add(path.resolve("Vitis_HLS/bin"));
        folders.addAll(releases(path, request));
        return folders;
    }

    private static List<Path> releases(Path root, ToolRequest request) throws IOException {
        record Release(ToolVersion version, Path bin) {}
        List<Release> found = new ArrayList<>();
        for (String product : List.of("Vitis", "Vitis_HLS", "Vivado")) {
            for (Path folder : subfolders(root.resolve(product))) {
                ToolVersion.parse(folder.getFileName().toString())
                        .ifPresent(version -> found.add(new Release(version, folder.resolve("bin"))));
            }
        }
        for (Path folder : subfolders(root)) {
            ToolVersion.parse(folder.getFileName().toString())
                    .ifPresent(version -> found.add(new Release(version, folder.resolve("Vitis/bin"))));
        }
        return found.stream()
                .filter(release -> request.toolVersion()
                        .map(release.version()::isSameRelease)
                        .orElse(true))
                .sorted(Comparator.comparing(Release::version).reversed())
                .map(Release::bin)
                .toList();
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Optional<Tool> findIn(Place place, ToolRequest request) throws IOException {
        Optional<Path> named = request.toolPath().filter(Files::isRegularFile);
        for (Path folder : place.folders()) {
            for (ToolKind kind : preference(folder, named)) {
                Optional<Path> executable = program(folder, kind.program());
                if (executable.isPresent()) {
                    return Optional.of(tool(place, kind, executable.get(), request));
                }
            }
        }
        return Optional.empty();
    }

    /** A named executable is taken at its word; else the generation that the folder's release prefers comes first. */
    private static List<ToolKind> preference(Path folder, Optional<Path> named) {
        Optional<ToolKind> exact = named.flatMap(ToolFinder::kindOf);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        boolean unified = versionOfFolder(folder)
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

    private Tool tool(Place place, ToolKind kind, Path executable, ToolRequest request) throws IOException {
        Optional<Path> compiler =
                kind == ToolKind.VITIS_UNIFIED ? program(executable.getParent(), "v++") : Optional.empty();
        Optional<Path> settings = place.setUp()
                ? Optional.empty()
                : Optional.of(Tool.rootOf(executable).resolve(SETTINGS)).filter(Files::isRegularFile);
        Flow byTool = compiler.isPresent() ? Flow.CONFIG : Flow.TCL;
        Flow flow = request.flow()
                .filter(asked -> asked == Flow.TCL || compiler.isPresent())
                .orElse(byTool);
        Version version = version(kind, executable, compiler, settings);
        return new Tool(kind, executable, compiler, version.number(), version.source(), settings, flow, place.name());
    }

    private record Version(ToolVersion number, String source) {}

    private Version version(ToolKind kind, Path executable, Optional<Path> compiler, Optional<Path> settings)
            throws IOException {
        Optional<ToolVersion> ofFolder = versionOfFolder(executable.getParent());
        if (ofFolder.isPresent()) {
            return new Version(ofFolder.get(), "by its folder's name");
        }
        // vitis_hls -version is a known probe; of the newer programs v++ --version is the one that is documented.
        List<String> probe = compiler.isPresent()
                ? List.of(compiler.get().toString(), "--version")
                : List.of(executable.toString(), kind == ToolKind.VITIS_UNIFIED ? "--version" : "-version");
        return ask(probe, settings)
                .map(number -> new Version(number, "as it says itself"))
                .orElseGet(() -> new Version(kind.assumedVersion(), "assumed: it does not tell its version"));
    }

    private Optional<ToolVersion> ask(List<String> probe, Optional<Path> settings) throws IOException {
        Path folder = Files.createTempDirectory("mnist-hls-probe");
        try {
            Command command = ToolCommand.sourcing(settings, folder, probe)
                    .limit(PROBE_LIMIT)
                    .build();
            return runner.run(command).lastLines().stream()
                    .flatMap(line -> ToolVersion.find(line).stream())
                    .findFirst();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // A tool that cannot be asked may still work; the run itself will show.
            return Optional.empty();
        } finally {
            deleteProbe(folder);
        }
    }

    /** The tools leave logs where they were started. */
    private static void deleteProbe(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Looks upwards: {@code Vitis_HLS/2023.1/bin} up to 2024.2, {@code 2025.1/Vitis/bin} from then on. */
    private static Optional<ToolVersion> versionOfFolder(Path folder) {
        for (Path path = real(folder); path != null && path.getFileName() != null; path = path.getParent()) {
            Optional<ToolVersion> version = ToolVersion.parse(path.getFileName().toString());
            if (version.isPresent()) {
                return version;
            }
        }
        return Optional.empty();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath();
        }
    }
}
