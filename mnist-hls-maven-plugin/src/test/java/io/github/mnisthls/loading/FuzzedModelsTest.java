/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.quantization.FloatInference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of each form are refused in words, or give a network that computes; none hangs or crashes a reader. */
@Slow
class FuzzedModelsTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {".onnx", ".h5", ".keras", ".safetensors", "state.npz"})
    void models(String ending) throws Exception {
        List<Path> healthy = HealthyModels.files(ending);
        new Fuzzing(temporary, ending).run((random, place) -> {
            byte[] content = Files.readAllBytes(healthy.get(random.nextInt(healthy.size())));
            Path file = Files.write(place.resolve("mutant" + ending), Mutation.file(content, random));
            return () -> logits(HealthyModels.read(file));
        });
    }

    private static float[] logits(LoadedModel model) {
        Architecture architecture = model.network().architecture();
        float[] logits = new FloatInference(model.network())
                .logits(new float[architecture.input().size()]);
        assertThat(logits).hasSize(architecture.classes());
        return logits;
    }
}
