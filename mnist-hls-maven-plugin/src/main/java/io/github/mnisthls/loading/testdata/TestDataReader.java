/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.testdata;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.UserFiles;
import io.github.mnisthls.loading.array.NpzFile;
import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.loading.onnx.TensorFile;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads test data in the forms in which people keep them. */
final class TestDataReader {
    private static final String INPUT = "input_0.pb";
    private static final String TENSOR = ".pb";
    private static final int MOST_SETS = 1_000;
    private static final String SETS = "test_data_set_";
    private static final String REMEDY =
            "Name a folder with input_0.pb and output_0.pb, or with folders test_data_set_0, ... of these, as the ONNX model"
                    + " zoo ships them, or an .npz with the arrays x (images) and y (outputs).";

    private TestDataReader() {}

    /**
     * The cases, at least one.
     *
     * @param output number of the file's output that is wanted
     */
    static List<TestCase> read(Path path, int output) {
        try {
            return Files.isDirectory(path) ? folder(path, output) : List.of(npz(path));
        } catch (NotReadable e) {
            throw new InvalidSettingException(Settings.MODEL_TEST_DATA, path, e.problem(), e.remedy());
        }
    }

    static String digest(Path path) {
        UserFiles.check(Settings.MODEL_TEST_DATA, path, REMEDY);
        if (!Files.isDirectory(path)) {
            return Digest.of(path);
        }
        Digest digest = Digest.create();
        folders(path)
                .forEach(folder -> UserFiles.digests(Settings.MODEL_TEST_DATA, folder, name -> name.endsWith(TENSOR))
                        .forEach((name, content) -> digest.add((name + content).getBytes(StandardCharsets.UTF_8))));
        return digest.hex();
    }

    /** The folder itself, and those of test data in it. */
    private static List<Path> folders(Path folder) {
        List<Path> folders = new ArrayList<>(List.of(folder));
        for (int i = 0; i < MOST_SETS; i++) {
            Path set = folder.resolve(SETS + i);
            if (Files.isDirectory(set)) {
                folders.add(set);
            }
        }
        return folders;
    }

    private static TestCase npz(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new NotReadable("there is no such file", REMEDY);
        }
        Map<String, NumberArray> arrays = NpzFile.read(file);
        if (!arrays.keySet().equals(Set.of("x", "y"))) {
            throw new NotReadable("it holds the arrays " + arrays.keySet(), REMEDY);
        }
        return new TestCase(file.getFileName().toString(), arrays.get("x"), arrays.get("y"));
    }

    private static List<TestCase> folder(Path folder, int output) {
        List<TestCase> cases = new ArrayList<>();
        for (Path set : folders(folder)) {
            if (!set.equals(folder) || Files.isRegularFile(folder.resolve(INPUT))) {
                cases.add(set(set, output));
            }
        }
        if (cases.isEmpty()) {
            throw new NotReadable("it holds neither " + INPUT + " nor " + SETS + "0", REMEDY);
        }
        return cases;
    }

    private static TestCase set(Path folder, int output) {
        if (Files.exists(folder.resolve("input_1.pb"))) {
            throw new NotReadable(folder + " has two inputs", "Models have one: the image.");
        }
        return new TestCase(
                folder.getFileName().toString(), tensor(folder, INPUT), tensor(folder, "output_" + output + TENSOR));
    }

    private static NumberArray tensor(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new NotReadable("there is no " + file, REMEDY);
        }
        try {
            return TensorFile.read(file);
        } catch (NotReadable e) {
            throw new NotReadable("in " + file + ": " + e.problem(), e.remedy());
        }
    }
}
