/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All that quantizing gave, for the steps after it: the network as {@link QuantizedNetworkStore} keeps it, and beside it
 * {@value #PROOFS} with the proofs and warnings, so that none of them is worked out twice.
 */
public final class QuantizationStore {
    /** Below the folder of the network. */
    public static final String PROOFS = "internal/proofs.json";

    private QuantizationStore() {}

    private record Proofs(List<LayerRange> layers, List<RangeWarning> warnings) {}

    /** Writes the files. The same quantization gives the same bytes. */
    public static void save(Quantization quantization, Path folder) {
        QuantizedNetworkStore.save(quantization.network(), folder);
        AtomicFile.write(
                folder.resolve(PROOFS), Json.write(new Proofs(quantization.proofs(), quantization.warnings())));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws InvalidSettingException if a file is missing or damaged, or an accumulator is narrower than what was proved
     *     of it; the message names the folder
     */
    public static Quantization load(Path folder) {
        QuantizedNetwork network = QuantizedNetworkStore.load(folder);
        try {
            Proofs proofs = Json.read(folder.resolve(PROOFS), Proofs.class);
            check(network, proofs.layers());
            return new Quantization(network, proofs.layers(), proofs.warnings());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw QuantizedNetworkStore.unreadable(folder, e);
        }
    }

    private static void check(QuantizedNetwork network, List<LayerRange> proofs) {
        if (proofs.size() != network.layers().size()) {
            throw new IllegalArgumentException(PROOFS + " has " + proofs.size() + " proofs for "
                    + network.layers().size() + " layers");
        }
        for (int i = 0; i < proofs.size(); i++) {
            OverflowProof.check(network.layers().get(i), proofs.get(i));
        }
    }
}
