/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.TemporaryFolder;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds out a tool's release without a license: by its folder's name, else by asking it. */
final class VersionProbe {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(60);

    private final ProcessRunner runner;

    /**
     * A version.
     *
     * @param source where it comes from, as the end of a sentence
     */
    record Answer(ToolVersion number, String source) {}

    VersionProbe(ProcessRunner runner) {
        this.runner = runner;
    }

    Answer ask(ToolKind kind, Path executable, Optional<Path> compiler, Optional<Path> settings) throws IOException {
        Optional<ToolVersion> ofFolder = ofFolder(executable.getParent());
        if (ofFolder.isPresent()) {
            return new Answer(ofFolder.get(), "by its folder's name");
        }
        // vitis_hls -version is a known probe; of the newer programs v++ --version is the one that is documented.
        List<String> probe = compiler.isPresent()
                ? List.of(compiler.get().toString(), "--version")
                : List.of(executable.toString(), kind == ToolKind.VITIS_UNIFIED ? "--version" : "-version");
        return print(probe, settings)
                .map(number -> new Answer(number, "as the tool says"))
                .orElseGet(
                        () -> new Answer(kind.assumedVersion(), "assumed, because the tool does not say its version"));
    }

    private Optional<ToolVersion> print(List<String> probe, Optional<Path> settings) throws IOException {
        // The tools leave logs where they were started.
        Path folder = TemporaryFolder.create();
        try {
            Command command = ToolCommand.sourcing(settings, folder, probe)
                    .limit(PROBE_LIMIT)
                    .endWithParent()
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
            FileTree.delete(folder);
        }
    }

    /** Looks upwards: {@code Vitis_HLS/2023.1/bin} up to 2024.2, {@code 2025.1/Vitis/bin} from then on. */
    static Optional<ToolVersion> ofFolder(Path folder) {
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
