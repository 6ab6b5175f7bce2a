/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccumulatorTableTest {
    @Test
    void seenLiesWithinProvedAndProvedWithinPartialSums() {
        for (long seed = 0; seed < 40; seed++) {
            Sample sample = RandomNetworks.create(seed);
            Quantization quantization =
                    Quantizer.quantize(sample.network(), Precision.parse(sample.precision()), sample.images(20), 1);

            AccumulatorTable table = AccumulatorTable.of(
                    quantization,
                    20,
                    new Emulator(quantization.network())
                            .observe(sample.images(20), 1)
                            .accumulators());

            assertThat(table.images()).isEqualTo(20);
            List<String> names = quantization.network().layers().stream()
                    .filter(layer -> !(layer instanceof QuantizedMaxPool))
                    .map(layer -> layer.name())
                    .toList();
            assertThat(table.layers()).extracting(AccumulatorTable.Row::layer).isEqualTo(names);
            assertThat(table.layers())
                    .allSatisfy(row -> assertThat(List.of(
                                    row.partialSumsMin(),
                                    row.provedMin(),
                                    row.seenMin(),
                                    row.seenMax(),
                                    row.provedMax(),
                                    row.partialSumsMax()))
                            .isSorted());
        }
    }
}
