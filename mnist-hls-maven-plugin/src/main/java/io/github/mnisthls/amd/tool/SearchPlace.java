/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place to look for a tool.
 *
 * @param name    for messages
 * @param folders that may hold the executable, best first
 * @param setUp   whether the environment is that of the tool already
 */
record SearchPlace(String name, List<Path> folders, boolean setUp) {
    static final String SETTINGS = "settings64.sh";

    /** An explicit path is the only place: who names a tool does not want another. */
    static List<SearchPlace> all(ToolRequest request) throws IOException {
        if (request.toolPath().isPresent()) {
            Path path = request.toolPath().get().toAbsolutePath().normalize();
            return List.of(new SearchPlace(Settings.TOOL_PATH + " = " + path, explicitFolders(path, request), false));
        }
        List<SearchPlace> places = new ArrayList<>();
        for (String variable : List.of("XILINX_HLS", "XILINX_VITIS")) {
            String value = request.environment().get(variable);
            if (value == null || value.isBlank()) {
                places.add(new SearchPlace(variable + " (not set)", List.of(), true));
            } else {
                places.add(new SearchPlace(
                        variable + " = " + value, List.of(Path.of(value, "bin"), Path.of(value)), true));
            }
        }
        String path = request.environment().getOrDefault("PATH", "");
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        places.add(new SearchPlace("PATH", folders, true));
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
}
