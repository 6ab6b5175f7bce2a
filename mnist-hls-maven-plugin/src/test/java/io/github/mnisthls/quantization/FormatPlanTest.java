/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatPlanTest {
    private static final int NETWORKS = 40;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            FormatPlan formats = trainable(seed).formats();
            formats.write(folder.resolve("formats.json"));

            assertThat(FormatPlan.read(folder.resolve("formats.json"))).isEqualTo(formats);
        }
    }

    /** The second time nothing is chosen, and nothing rounds. */
    @Test
    void aNetworkInItsFormatsGivesTheIntegersThatItHas() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Sample sample = RandomNetworks.createOfFewBits(seed);
            Precision precision = Precision.parse(sample.precision());
            QuantizedNetwork chosen = Quantizer.quantize(
                            FoldBatchNorm.fold(sample.network()), precision, sample.images(4), 1)
                    .network();

            TrainableNetwork again = trainable(seed);
            assertThat(Quantizer.quantize(again.folded(), precision, again.formats(), sample.images(4), 1)
                            .network())
                    .isEqualTo(chosen);
        }
    }

    @Test
    void aDamagedFileIsRefused() {
        AtomicFile.write(folder.resolve("formats.json"), "{\"input\": \"ap_fixed<4,2>\"}");

        assertThatIllegalArgumentException().isThrownBy(() -> FormatPlan.read(folder.resolve("formats.json")));
    }

    private static TrainableNetwork trainable(long seed) {
        Sample sample = RandomNetworks.createOfFewBits(seed);
        return TrainableNetwork.of(
                FoldBatchNorm.fold(sample.network()), Precision.parse(sample.precision()), sample.images(4), 1);
    }
}
