/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that nobody wrote so; those that can be read are quantized by. */
@Slow
class PrecisionFuzzTest {
    private static final int IMAGES = 4;

    @TempDir
    private Path folder;

    @Test
    void precision() throws Exception {
        new Fuzzing(folder, "precision").run((random, place) -> {
            Sample sample = RandomNetworks.createGraph(random.nextInt(50));
            String damaged = Mutation.text(sample.precision(), random);
            return () -> Quantizer.quantize(
                    FoldBatchNorm.fold(sample.network()), Precision.parse(damaged), sample.images(IMAGES), 1);
        });
    }
}
