/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightExportTest {
    @TempDir
    private Path folder;

    @Test
    void theFloatsAndTheManifestGiveTheRawIntegersBack() throws IOException {
        QuantizedNetwork network = RandomNetworks.create(8).quantized();
        WeightExport.write(network, folder);

        JsonNode manifest = Json.read(folder.resolve(WeightExport.MANIFEST), JsonNode.class);
        assertThat(manifest.get("network").asText()).isEqualTo(network.name());
        int entry = 0;
        for (QuantizedLayer layer : network.layers()) {
            if (layer.trained().isPresent()) {
                QuantizedAffine affine = layer.trained().orElseThrow();
                check(manifest.get("files").get(entry++), layer.name() + "_weights.bin", affine.weights());
                check(manifest.get("files").get(entry++), layer.name() + "_bias.bin", affine.bias());
            }
        }
        assertThat(manifest.get("files")).hasSize(entry).isNotEmpty();
    }

    private void check(JsonNode entry, String file, RawVector expected) throws IOException {
        assertThat(entry.get("file").asText()).isEqualTo(file);
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        assertThat(entry.get("sha256").asText()).isEqualTo(Digest.of(bytes));
        assertThat(entry.get("exact").asBoolean()).isTrue();
        assertThat(bytes).hasSize(Float.BYTES * expected.size());
        int size = 1;
        for (JsonNode extent : entry.get("shape")) {
            size *= extent.asInt();
        }
        assertThat(size).isEqualTo(expected.size());
        assertThat(entry.get("order").asText()).hasSize(entry.get("shape").size());
        FixedPointFormat format = FixedPointFormat.parse(entry.get("format").asText());
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Math.scalb((double) floats.getFloat(), format.fractionBits()))
                    .isEqualTo((double) expected.get(i));
            min = Math.min(min, expected.get(i));
            max = Math.max(max, expected.get(i));
        }
        assertThat(entry.get("rawMin").asLong()).isEqualTo(min);
        assertThat(entry.get("rawMax").asLong()).isEqualTo(max);
    }
}
