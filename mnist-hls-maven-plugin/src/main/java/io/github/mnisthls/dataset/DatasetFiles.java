/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The four files of a data set by their names: as MNIST, its unpackers and EMNIST write them. A prefix, as EMNIST's
 * {@code emnist-balanced-}, tells several sets in one folder apart.
 */
final class DatasetFiles {
    private static final Pattern NAME =
            Pattern.compile("(.*?)(train|t10k|test)-(images|labels)[-.]idx[134]-ubyte(\\.gz)?");

    /** MNIST's own name of each file. */
    enum Role {
        TRAIN_IMAGES("train-images-idx3-ubyte"),
        TRAIN_LABELS("train-labels-idx1-ubyte"),
        TEST_IMAGES("t10k-images-idx3-ubyte"),
        TEST_LABELS("t10k-labels-idx1-ubyte");

        private final String fileName;

        Role(String fileName) {
            this.fileName = fileName;
        }

        String fileName() {
            return fileName;
        }

        private static Role of(boolean isTest, boolean isLabels) {
            return isTest ? (isLabels ? TEST_LABELS : TEST_IMAGES) : (isLabels ? TRAIN_LABELS : TRAIN_IMAGES);
        }
    }

    private final Path folder;
    private final String prefix;
    private final Map<Role, Path> files;

    private DatasetFiles(Path folder, String prefix, Map<Role, Path> files) {
        this.folder = folder;
        this.prefix = prefix;
        this.files = files;
    }

    /**
     * Looks into a folder.
     *
     * @param place a folder; or a folder and, behind it, the beginning of the files' names
     */
    static DatasetFiles of(Path place) {
        boolean isFolder = Files.isDirectory(place);
        Path folder = isFolder ? place : place.toAbsolutePath().getParent();
        Map<String, Map<Role, Path>> sets = sets(folder);
        String prefix = isFolder ? prefix(place, sets) : String.valueOf(place.getFileName());
        return sets.containsKey(prefix)
                ? new DatasetFiles(folder, prefix, sets.get(prefix))
                : new DatasetFiles(place, "", Map.of());
    }

    /** The only one there is; none where the files have MNIST's names. */
    private static String prefix(Path folder, Map<String, Map<Role, Path>> sets) {
        if (sets.isEmpty() || sets.containsKey("")) {
            return "";
        }
        if (sets.size() > 1) {
            throw new InvalidSettingException(
                    Settings.DATASET,
                    folder,
                    "it holds several data sets, whose files begin with " + String.join(", ", sets.keySet()),
                    "Name one of them in " + Settings.DATASET_PREFIX + ", such as "
                            + sets.keySet().iterator().next() + ".");
        }
        return sets.keySet().iterator().next();
    }

    private static Map<String, Map<Role, Path>> sets(Path folder) {
        Map<String, Map<Role, Path>> sets = new TreeMap<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return sets;
        }
        try (Stream<Path> files = Files.list(folder)) {
            // a plain file goes before a packed one
            files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(DatasetFiles::isPacked).thenComparing(Comparator.naturalOrder()))
                    .forEach(file -> add(sets, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        return sets;
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static void add(Map<String, Map<Role, Path>> sets, Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
            Role role = Role.of(!name.group(2).equals("train"), name.group(3).equals("labels"));
            sets.computeIfAbsent(name.group(1), prefix -> new TreeMap<>()).putIfAbsent(role, file);
        }
    }

    /**
     * The file of a role.
     *
     * @throws InvalidSettingException if there is none
     */
    Path file(Role role) {
        Path file = files.get(role);
        if (file == null) {
            String name = prefix + role.fileName();
            throw new InvalidSettingException(
                    Settings.DATASET,
                    folder,
                    Files.isDirectory(folder)
                            ? "it holds neither " + name + " nor " + name + ".gz"
                            : "there is no such folder, and no files whose names begin like this",
                    "Name a folder with the four files "
                            + String.join(
                                    ", ",
                                    Stream.of(Role.values()).map(Role::fileName).toList())
                            + " (each may end in .gz, have a dot before idx, or a prefix that all four share; test may"
                            + " stand for t10k).");
        }
        return file;
    }

    /** All four, in the order of their roles. */
    List<Path> all() {
        return Stream.of(Role.values()).map(this::file).toList();
    }
}
