/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that are no Python any more are read to their end, and what is repaired in them leaves all other lines. */
@Slow
class ScriptFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void scripts() throws Exception {
        byte[] healthy = TrainingScriptTest.PROTOTYPE.getBytes(StandardCharsets.UTF_8);
        new Fuzzing(folder, "scripts").run((random, place) -> {
            Path output = Files.createDirectories(place.resolve("output"));
            Path script = output.resolve("train_model.py");
            byte[] damaged = random.nextBoolean()
                    ? Mutation.bytes(healthy, random)
                    : Mutation.text(TrainingScriptTest.PROTOTYPE, random).getBytes(StandardCharsets.UTF_8);
            Files.write(script, damaged);
            return () -> {
                TrainingScript read = TrainingScript.read(script);
                Path copy = read.repair();
                assertThat(copy).hasBinaryContent(damaged);
                return read.findings();
            };
        });
    }
}
