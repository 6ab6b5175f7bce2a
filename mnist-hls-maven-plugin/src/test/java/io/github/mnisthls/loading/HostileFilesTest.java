/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.loading.array.Npy;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are cut off, or ask for more than there is, or for what is not theirs, are refused in a JVM of 512 MiB, each
 * within five seconds.
 */
@Slow
class HostileFilesTest {
    /** Of which the child's heap is half. */
    private static final int MEMORY_MIB = 1024;

    private static final int MOST_MILLISECONDS = 5_000;
    private static final long HUGE_BYTES = 3L << 30;
    private static final int BOMB_MIB = 300;

    @TempDir
    private Path temporary;

    private final List<String> lines = new ArrayList<>();

    private Path files;

    @Test
    void allAreRefusedSoonAndInLittleMemory() throws IOException {
        files = Files.createDirectories(temporary.resolve("files"));
        HealthyModels.FORMS.keySet().forEach(this::cutOff);
        copyHostileHdf5();
        bombs();
        headers();
        long count;
        try (Stream<Path> all = Files.list(files)) {
            count = all.count();
        }

        ProcessResult result = run();

        assertThat(result.exitCode()).isZero();
        assertThat(lines).hasSize((int) count).hasSizeGreaterThan(50);
        assertThat(lines).allSatisfy(line -> {
            String[] parts = line.split("\t", -1);
            assertThat(Integer.parseInt(parts[1])).isLessThan(MOST_MILLISECONDS);
            assertThat(parts[2])
                    .startsWith("refused ")
                    .doesNotContain("Exception")
                    .doesNotContain("root:");
        });
    }

    private ProcessResult run() throws IOException {
        ChildJvm jvm = new ChildJvm(Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList());
        Command command = jvm.command(temporary, HostileFiles.class.getName(), MEMORY_MIB)
                .args(files.toString())
                .limit(Duration.ofMinutes(10))
                .listener(line -> {
                    if (line.contains("\t")) {
                        lines.add(line);
                    }
                })
                .build();
        return new ProcessRunner().run(command);
    }

    /** Healthy files that end too early. */
    private void cutOff(String ending) {
        try {
            byte[] whole = Files.readAllBytes(HealthyModels.files(ending).get(0));
            for (int length :
                    new int[] {0, 1, 9, 100, whole.length / 4, whole.length / 2, whole.length - 100, whole.length - 1
                    }) {
                Files.write(files.resolve("cut" + length + "-" + ending), Arrays.copyOf(whole, length));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Those of {@code src/test/models/make_hostile_hdf5.py}. */
    private void copyHostileHdf5() throws IOException {
        try (Stream<Path> all = Files.list(ExactModel.folder(HostileFilesTest.class, "keras/hostile"))) {
            for (Path file : all.toList()) {
                Files.copy(file, files.resolve(file.getFileName()));
            }
        }
    }

    /** Zips whose entries unpack to hundreds of mebibytes; files with the right start that are huge. */
    private void bombs() throws IOException {
        zip("bomb.keras", "metadata.json", "config.json", "model.weights.h5");
        zip("bomb.npz", "conv1.weight.npy");
        for (String ending : List.of(".onnx", ".h5", ".keras", ".safetensors", ".npz")) {
            Path file = files.resolve("huge" + ending);
            Files.copy(
                    HealthyModels.files(ending.equals(".npz") ? "state.npz" : ending)
                            .get(0),
                    file);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(HUGE_BYTES);
            }
        }
    }

    private void zip(String name, String... entries) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(files.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                for (int i = 0; i < BOMB_MIB; i++) {
                    zip.write(zeros);
                }
            }
        }
    }

    /** Headers that promise more than any file has. */
    private void headers() throws IOException {
        int number = 0;
        for (long length : new long[] {1L << 20, 1L << 31, 1L << 40, Long.MAX_VALUE, -1}) {
            ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(length).put("{\"w\":{}}".getBytes(StandardCharsets.UTF_8));
            Files.write(files.resolve("header" + number++ + ".safetensors"), bytes.array());
        }
        for (String shape : List.of("(1099511627776,)", "(1048576, 1048576)", "(4096, 4096)", "(-1,)", "(0,)")) {
            byte[] array = Npy.header(shape);
            Npy.zip(files.resolve("shape" + number++ + ".npz"), Map.of("conv1.weight", array));
        }
    }
}
