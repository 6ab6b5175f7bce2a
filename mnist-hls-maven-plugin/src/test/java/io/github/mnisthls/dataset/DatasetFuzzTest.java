/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.it.TinyDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets that were damaged on their way, or made to do damage. */
@Slow
class DatasetFuzzTest {
    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    @TempDir
    private Path folder;

    private Path healthy;

    @BeforeEach
    void aHealthyOne() throws IOException {
        healthy = folder.resolve("healthy");
        TinyDataset.write(healthy);
    }

    @Test
    void idx() throws Exception {
        new Fuzzing(folder, "idx").run((random, place) -> {
            write(place, random, false);
            return () -> DatasetReader.folder(place, TinyDataset.CLASSES);
        });
    }

    /** The wrapping is damaged, or what is in it. */
    @Test
    void gzip() throws Exception {
        new Fuzzing(folder, "gzip").run((random, place) -> {
            write(place, random, true);
            return () -> DatasetReader.folder(place, TinyDataset.CLASSES);
        });
    }

    private void write(Path place, Random random, boolean packed) throws IOException {
        String damaged = FILES.get(random.nextInt(FILES.size()));
        boolean outside = random.nextBoolean();
        for (String name : FILES) {
            byte[] bytes = Files.readAllBytes(healthy.resolve(name));
            if (name.equals(damaged) && !(packed && outside)) {
                bytes = Mutation.bytes(bytes, random);
            }
            byte[] written = packed ? gzip(bytes) : bytes;
            if (name.equals(damaged) && packed && outside) {
                written = Mutation.bytes(written, random);
            }
            Files.write(place.resolve(packed ? name + ".gz" : name), written);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
