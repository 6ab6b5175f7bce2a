/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.InnerPath;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Generated files inside a folder that people work in. Only files that an earlier run wrote, as its manifest tells, are
 * replaced or removed, and those only if nobody has edited them since. Everything is checked before anything is written.
 */
final class OwnedTree {
    static final String MANIFEST = ".mnist-hls-files.json";

    private static final String MEND =
            "Restore " + MANIFEST + " from version control, or remove it: generated files that are"
                    + " as they would be written are then taken over.";

    private static final int LONGEST_LINE = 200;

    private final Path root;
    private final boolean overwriteEdited;
    private final UnaryOperator<String> advice;

    /**
     * Generated files below {@code root}.
     *
     * @param overwriteEdited whether edits are lost instead of being refused
     * @param advice          tells, for a file's name, how to make an edit last
     */
    OwnedTree(Path root, boolean overwriteEdited, UnaryOperator<String> advice) {
        this.root = root;
        this.overwriteEdited = overwriteEdited;
        this.advice = advice;
    }

    /**
     * What is known of the files.
     *
     * @param files by path relative to the folder: the digests that the plugin itself may have given them. More than one
     *     only while a run is under way, so that one that was killed is not taken for a person's edit.
     */
    private record Manifest(int schema, Map<String, Set<String>> files) {
        private static final int SCHEMA = 1;

        private Manifest(Map<String, Set<String>> files) {
            this(SCHEMA, files);
        }

        private Manifest {
            Map<String, Set<String>> copy = new TreeMap<>();
            files.forEach((name, digests) -> copy.put(name, Set.copyOf(digests)));
            files = copy;
        }
    }

    /**
     * Makes the folder hold these files.
     *
     * @param files by path relative to the folder: where they are copied from
     * @throws InvalidSettingException if a foreign or edited file is in the way; then nothing was written
     */
    void publish(Map<String, Path> files) throws IOException {
        Map<String, String> wanted = digests(files);
        Map<String, Set<String>> known = readManifest();
        List<String> stale = known.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList();
        refuseOutside(wanted.keySet(), "Do not generate through a symbolic link: remove it, or choose another folder.");
        refuseConflicts(files, wanted, known, stale);

        Map<String, Set<String>> underWay = new TreeMap<>(known);
        wanted.forEach((name, digest) -> {
            Set<String> digests = new TreeSet<>(underWay.getOrDefault(name, Set.of()));
            digests.add(digest);
            underWay.put(name, digests);
        });
        writeManifest(underWay);
        for (String name : wanted.keySet()) {
            AtomicFile.writeAmongOthers(root.resolve(name), Files.readAllBytes(files.get(name)));
        }
        for (String name : stale) {
            Path target = root.resolve(name);
            // A damaged manifest may name a folder, or a file in the place of one.
            if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(target)) {
                Files.delete(target);
            }
        }
        writeManifest(done(wanted));
    }

    /** Whether the folder holds these files as they are here, and no run that was to write them was killed. */
    boolean isPublished(Map<String, Path> files) throws IOException {
        Map<String, String> wanted = digests(files);
        return wanted.entrySet().stream().allMatch(file -> {
                    Path target = root.resolve(file.getKey());
                    return Files.isRegularFile(target) && Digest.of(target).equals(file.getValue());
                })
                && readManifest().equals(done(wanted));
    }

    private static Map<String, Set<String>> done(Map<String, String> wanted) {
        Map<String, Set<String>> done = new TreeMap<>();
        wanted.forEach((name, digest) -> done.put(name, Set.of(digest)));
        return done;
    }

    private static Map<String, String> digests(Map<String, Path> files) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, file) -> digests.put(name, Digest.of(file)));
        return digests;
    }

    private void refuseConflicts(
            Map<String, Path> files, Map<String, String> wanted, Map<String, Set<String>> known, List<String> stale)
            throws IOException {
        List<String> conflicts = new ArrayList<>();
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            Path target = root.resolve(file.getKey());
            if (!Files.exists(target)) {
                continue;
            }
            if (!Files.isRegularFile(target)) {
                throw foreign(target);
            }
            String found = Digest.of(target);
            if (found.equals(file.getValue())) {
                continue;
            }
            if (!known.containsKey(file.getKey())) {
                throw foreign(target);
            }
            if (!known.get(file.getKey()).contains(found)) {
                conflicts.add(describe(target, files.get(file.getKey()), file.getKey()));
            }
        }
        for (String name : stale) {
            Path target = root.resolve(name);
            if (Files.isRegularFile(target) && !known.get(name).contains(Digest.of(target))) {
                conflicts.add(target + " (no longer generated)");
            }
        }
        if (!conflicts.isEmpty() && !overwriteEdited) {
            throw new InvalidSettingException("Generated files were edited by hand and are left as they are:\n  "
                    + String.join("\n  ", conflicts)
                    + "\nMake the edits permanent as described above, or discard them with "
                    + Settings.OVERWRITE_EDITED.option() + ".");
        }
    }

    private InvalidSettingException foreign(Path target) {
        return new InvalidSettingException(
                Settings.OUTPUT_DIRECTORY,
                root,
                target + " is in the way: this plugin did not write it, so it does not touch it",
                "Move it, or choose another folder.");
    }

    /** Of the edited file, which may have any size, no more than a line is read into memory. */
    private String describe(Path edited, Path generated, String name) throws IOException {
        byte[] before = Files.readAllBytes(generated);
        int same = (int) Math.max(0, Files.mismatch(edited, generated));
        int line = 1;
        int begin = 0;
        for (int i = 0; i < same; i++) {
            if (before[i] == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return edited + ", line " + line + " (" + lineAt(edited, begin) + "): " + advice.apply(name);
    }

    private static String lineAt(Path file, long begin) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            // ISO 8859-1 decodes anything: the file may be binary.
            return new String(in.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .orElse("end of file");
        }
    }

    private Map<String, Set<String>> readManifest() throws IOException {
        Path file = root.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<String, Set<String>> files;
        try {
            files = Json.read(file, Manifest.class).files();
        } catch (UncheckedIOException e) {
            throw new InvalidSettingException(
                    Settings.OUTPUT_DIRECTORY,
                    root,
                    file + " is damaged: it is not a list that this plugin wrote",
                    MEND);
        }
        refuseOutside(files.keySet(), MEND);
        return files;
    }

    /** Nothing that a manifest or a generated name says is written or removed outside of the folder. */
    private void refuseOutside(Set<String> names, String remedy) throws IOException {
        for (String name : names) {
            if (InnerPath.resolve(root, name).isEmpty()) {
                throw new InvalidSettingException(
                        Settings.OUTPUT_DIRECTORY,
                        root,
                        "the generated file '" + name + "' would not lie in it",
                        remedy);
            }
        }
    }

    private void writeManifest(Map<String, Set<String>> files) {
        AtomicFile.writeAmongOthers(
                root.resolve(MANIFEST), Json.write(new Manifest(files)).getBytes(StandardCharsets.UTF_8));
    }
}
