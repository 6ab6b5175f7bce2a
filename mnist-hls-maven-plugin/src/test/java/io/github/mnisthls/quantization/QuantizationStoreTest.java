/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizationStoreTest {
    private static final int NETWORKS = 30;

    @TempDir
    private Path folder;

    @Test
    void whatIsLoadedIsWhatWasSaved() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Quantization quantization = quantization(seed);
            QuantizationStore.save(quantization, folder);
            assertThat(QuantizationStore.load(folder)).isEqualTo(quantization);
        }
    }

    @Test
    void warningsAreKept() {
        List<RangeWarning> warnings = List.of(new RangeWarning("conv1", true, "too narrow"));
        Quantization quantization = quantization(3);
        QuantizationStore.save(new Quantization(quantization.network(), quantization.proofs(), warnings), folder);

        assertThat(QuantizationStore.load(folder).warnings()).isEqualTo(warnings);
    }

    @Test
    void anAccumulatorThatIsNarrowerThanItsProofIsRefused() {
        Quantization quantization = quantization(5);
        List<LayerRange> proofs = new ArrayList<>(quantization.proofs());
        LayerRange last = proofs.remove(proofs.size() - 1);
        proofs.add(new LayerRange(
                last.layer(),
                last.accumulator(),
                last.partialSums().times(BigInteger.TWO.pow(Long.SIZE)),
                last.fractionBits(),
                last.converted()));
        QuantizationStore.save(new Quantization(quantization.network(), proofs, List.of()), folder);

        assertRefused("can overflow: its sums are from");
    }

    @Test
    void proofsOfAnotherNetworkAreRefused() {
        Quantization quantization = quantization(5);
        QuantizationStore.save(new Quantization(quantization.network(), List.of(), List.of()), folder);

        assertRefused("internal/proofs.json has 0 proofs for");
    }

    @Test
    void missingProofsAreNamed() throws IOException {
        QuantizationStore.save(quantization(5), folder);
        Files.delete(folder.resolve(QuantizationStore.PROOFS));

        assertRefused("proofs.json");
    }

    private static Quantization quantization(long seed) {
        Sample sample = RandomNetworks.create(seed);
        return Quantizer.quantize(sample.network(), Precision.parse(sample.precision()), sample.images(20), 1);
    }

    private void assertRefused(String part) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> QuantizationStore.load(folder))
                .withMessageContaining("The quantized network in " + folder + " cannot be read")
                .withMessageContaining(part)
                .withMessageContaining("Run the goal quantize again");
    }
}
