/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.Slow;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Slow
class QuantizedNetworkStoreTest {
    private static final int NETWORKS = 60;

    @TempDir
    private Path folder;

    @Test
    void whatIsLoadedIsWhatWasSaved() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            QuantizedNetwork network = RandomNetworks.create(seed).quantized();
            QuantizedNetworkStore.save(network, folder);
            assertThat(QuantizedNetworkStore.load(folder)).isEqualTo(network);
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder.resolve("a"));
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder.resolve("b"));
        for (String file : new String[] {QuantizedNetworkStore.DESCRIPTION, QuantizedNetworkStore.INTEGERS}) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(QuantizedNetworkStore.DESCRIPTION);
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder);
        Path integers = folder.resolve(QuantizedNetworkStore.INTEGERS);
        byte[] bytes = Files.readAllBytes(integers);
        bytes[bytes.length / 2] ^= 1;
        Files.write(integers, bytes);

        assertRefused("quantized.bin was changed or damaged");
    }

    @Test
    void anEditedDescriptionIsFound() throws IOException {
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder);
        Path description = folder.resolve(QuantizedNetworkStore.DESCRIPTION);
        Files.writeString(description, Files.readString(description).replace("\"random\"", "\"other\""));

        assertRefused("quantized.json was changed or damaged");
    }

    @Test
    void aTruncatedDescriptionIsRefused() throws IOException {
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder);
        Path description = folder.resolve(QuantizedNetworkStore.DESCRIPTION);
        Files.writeString(description, Files.readString(description).substring(0, 200));

        assertRefused("quantized.json");
    }

    @Test
    void everyKindOfLayerComesBack() {
        for (long seed = 0; seed < 60; seed++) {
            QuantizedNetwork network = RandomGraphs.create(seed);
            QuantizedNetworkStore.save(network, folder);

            assertThat(QuantizedNetworkStore.load(folder)).isEqualTo(network);
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        edit(json -> json.put("version", 99));

        assertRefused("is of version 99, but this plugin reads version 2");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        edit(json -> ((ObjectNode) json.get("nodes").get(0).get("layer")).remove("clamp"));

        assertRefused("clamp");
    }

    private interface Edit {
        void change(ObjectNode json);
    }

    /** Changes the description and makes its digest right again. */
    private void edit(Edit edit) throws IOException {
        QuantizedNetworkStore.save(RandomNetworks.create(5).quantized(), folder);
        Path description = folder.resolve(QuantizedNetworkStore.DESCRIPTION);
        ObjectNode json = Json.read(description, ObjectNode.class);
        json.remove("sha256");
        edit.change(json);
        json.put("sha256", Digest.of(Json.write(json)));
        Files.writeString(description, Json.write(json));
    }

    private void assertRefused(String part) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> QuantizedNetworkStore.load(folder))
                .withMessageContaining("The quantized network in " + folder + " cannot be read")
                .withMessageContaining(part)
                .withMessageContaining("Run the goal quantize again");
    }
}
