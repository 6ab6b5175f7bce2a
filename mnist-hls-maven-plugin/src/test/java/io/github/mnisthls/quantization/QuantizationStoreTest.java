/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void anAccumulatorThatIsNarrowerThanItsProofIsRefused() throws IOException {
        QuantizationStore.save(quantization(5), folder);
        narrowTheLastAccumulator();

        assertRefused("can overflow: its sums are from");
    }

    @Test
    void proofsOfAnotherNetworkAreRefused() {
        Quantization quantization = quantization(5);
        QuantizationStore.save(new Quantization(quantization.network(), List.of(), List.of()), folder);

        assertRefused("kept/proofs.json has 0 proofs for");
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

    /** Changes the description and makes its digest right again. */
    private void narrowTheLastAccumulator() throws IOException {
        Path description = folder.resolve(QuantizedNetworkStore.DESCRIPTION);
        ObjectNode json = Json.read(description, ObjectNode.class);
        json.remove("sha256");
        ObjectNode layer =
                (ObjectNode) json.get("layers").get(json.get("layers").size() - 1);
        String[] format = layer.get("accumulatorFormat").asText().split("[<,]", -1);
        int width = Integer.parseInt(format[1]) - 1;
        int integer = Integer.parseInt(format[2]) - 1;
        layer.put("accumulatorFormat", "ap_fixed<" + width + "," + integer + ",AP_TRN,AP_WRAP>");
        json.put("sha256", Digest.of(Json.write(json)));
        Files.writeString(description, Json.write(json));
    }

    private void assertRefused(String part) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> QuantizationStore.load(folder))
                .withMessageContaining("The quantized network in " + folder + " cannot be read")
                .withMessageContaining(part)
                .withMessageContaining("Run the goal quantize again");
    }
}
