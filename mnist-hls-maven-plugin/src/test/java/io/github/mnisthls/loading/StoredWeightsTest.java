/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Nightly;
import io.github.mnisthls.Slow;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are read from files, damaged ones too, are those that h5py and numpy read from them. */
@Slow
class StoredWeightsTest {
    private static final Path SCRIPT =
            Path.of("../src/test/models/stored_weights.py").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void libraries() {
        ExternalProgram.requireFile(
                Path.of("/usr/lib/python3/dist-packages/h5py/__init__.py"), "python3-h5py", getClass());
    }

    @Nightly
    @ParameterizedTest
    @ValueSource(strings = {".h5", ".keras", ".safetensors", "state.npz"})
    void areThoseOfTheFile(String ending) throws IOException {
        List<Path> healthy = HealthyModels.files(ending).stream()
                .filter(file -> !file.toString().contains("quantized")) // rounded when they are read
                .toList();
        int read = 0;
        for (Path file : healthy) {
            read += tell("healthy" + read + ending, Files.readAllBytes(file)) ? 1 : 0;
        }
        assertThat(read).isPositive();
        assertThat(differences()).isEmpty();

        Map<String, Path> accepted = new TreeMap<>();
        for (int seed = 0; seed < Fuzzing.INPUTS; seed++) {
            Random random = Fuzzing.random(ending, seed);
            Path original = healthy.get(random.nextInt(healthy.size()));
            if (tell("mutant" + seed + ending, Mutation.file(Files.readAllBytes(original), random))) {
                accepted.put("mutant" + seed + ending, original);
            }
        }
        int asBefore = 0;
        List<String> unknown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String line : differences()) {
            String name = line.substring(0, line.indexOf(':'));
            if (!line.contains("cannot be read")) {
                wrong.add(line);
            } else if (lines(name).equals(lines(accepted.get(name)))) {
                asBefore++;
            } else {
                unknown.add(line);
            }
        }
        System.out.printf(
                "Of %d damaged %s files %d were accepted; the libraries do not read %d of these, of which all but %s"
                        + " hold the weights of the undamaged file; they read others from %s%n",
                Fuzzing.INPUTS, ending, accepted.size(), asBefore + unknown.size(), unknown, wrong);
        assertThat(accepted).isNotEmpty();
        assertThat(wrong).isEmpty();
        // Damaged in two places: in what is not needed, and in a weight.
        assertThat(unknown).hasSizeLessThan(1 + Fuzzing.INPUTS / 1000);
    }

    private List<String> lines(String told) throws IOException {
        return Files.readAllLines(folder.resolve(told + ".weights"));
    }

    private static List<String> lines(Path model) {
        return lines(HealthyModels.read(model).network());
    }

    /** Writes a file and what is read from it, unless it is refused. */
    private boolean tell(String name, byte[] content) throws IOException {
        Path read = Files.write(folder.resolve("read" + name), content);
        List<String> lines;
        try {
            lines = lines(HealthyModels.read(read).network());
        } catch (InvalidSettingException e) {
            assertThat(e.getMessage()).doesNotContain("Exception");
            return false;
        }
        Files.move(read, folder.resolve(name));
        Files.write(folder.resolve(name + ".weights"), lines);
        return true;
    }

    private static List<String> lines(Network network) {
        List<String> lines = new ArrayList<>();
        network.parameters()
                .forEach((layer, own) -> own.values().forEach((name, values) -> {
                    if (!isDefault(values)) {
                        lines.add(layer + " " + name + " " + digest(values));
                    }
                }));
        return lines;
    }

    /** What a layer has that computes nothing, and that files leave out. */
    private static boolean isDefault(FloatVector values) {
        float first = values.get(0);
        boolean same = true;
        for (int i = 0; i < values.size(); i++) {
            same &= values.get(i) == first;
        }
        return same && (first == 0 || first == 1);
    }

    private static String digest(FloatVector values) {
        int[] bits = new int[values.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values.get(i));
        }
        Arrays.sort(bits);
        ByteBuffer bytes = ByteBuffer.allocate(bits.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(bits);
        return Digest.of(bytes.array());
    }

    private List<String> differences() throws IOException {
        ProcessResult result = new ProcessRunner()
                .run(Command.builder(folder, "/usr/bin/python3")
                        .args(SCRIPT.toString(), folder.toString())
                        .build());
        assertThat(result.succeeded()).as("%s", result.lastLines()).isTrue();
        return Files.readAllLines(folder.resolve("differences.txt"));
    }
}
