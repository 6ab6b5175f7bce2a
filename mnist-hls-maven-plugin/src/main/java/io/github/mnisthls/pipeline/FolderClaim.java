/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a folder the work folder, unless that would put files of others at risk. */
final class FolderClaim {
    private static final String PROJECT = "pom.xml";
    private static final String REMEDY =
            "Name a folder for this plugin alone, which is not there yet or is empty, such as target/mnist-hls.";

    /** What a build without the mark left that was killed before its first step was done. */
    private static final Set<String> FIRST_FILES = Set.of(
            WorkFolder.LOCK,
            WorkFolder.STATE,
            WorkFolder.STAGING,
            WorkFolder.TRAINING,
            WorkFolder.FINETUNING,
            WorkFolder.DIAGNOSING);

    private final Path root;

    private FolderClaim(Path root) {
        this.root = root;
    }

    static FolderClaim of(Path root) {
        return new FolderClaim(root);
    }

    /**
     * Makes the folder if need be, and marks it.
     *
     * @throws InvalidSettingException if it is not this plugin's, or lies in another work folder; nothing is changed then
     */
    void take() throws IOException {
        if (Files.exists(root.resolve(PROJECT))) {
            throw refused("it holds a " + PROJECT + ", so it is the folder of a project");
        }
        Path parent = root.getParent();
        Optional<Path> outer = parent == null ? Optional.empty() : FolderMark.enclosing(parent);
        if (outer.isPresent()) {
            throw refused("it lies in the work folder " + outer.get() + ", whose files it would mix with its own");
        }
        if (FolderMark.isOn(root)) {
            return;
        }
        if (Files.isDirectory(root)) {
            refuseForeign(names());
        }
        Files.createDirectories(root);
        FolderMark.put(root);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString()).forEach(names::add);
            // What a build leaves that is killed while it marks the folder.
            names.remove("." + FolderMark.FILE + ".tmp");
            return names;
        }
    }

    private void refuseForeign(Set<String> names) {
        boolean unused = names.contains(WorkFolder.LOCK) && FIRST_FILES.containsAll(names);
        if (!names.isEmpty() && !unused && !hasRecord()) {
            throw refused("it is not empty, and no earlier build of this plugin made it (it holds "
                    + String.join(", ", names.stream().limit(3).toList()) + (names.size() > 3 ? ", ..." : "") + ")");
        }
    }

    /** Folders of builds before there was a mark are known by what those remembered. */
    private boolean hasRecord() {
        return Stream.of(StepName.values())
                .map(step -> root.resolve(WorkFolder.STATE).resolve(step + ".json"))
                .anyMatch(FolderClaim::isRecord);
    }

    private static boolean isRecord(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Json.read(file, StepRecord.class).inputs().containsKey("plugin");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    InvalidSettingException refused(String problem) {
        return new InvalidSettingException(Settings.WORK_DIRECTORY, root, problem, REMEDY);
    }
}
