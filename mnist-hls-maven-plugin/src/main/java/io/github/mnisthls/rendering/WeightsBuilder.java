/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.quantization.QuantizedInput;
import io.github.mnisthls.quantization.RawVector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code weights.hpp} says: raw integers in the order in which the hardware reads them. */
final class WeightsBuilder {
    private final RenderRequest request;

    WeightsBuilder(RenderRequest request) {
        this.request = request;
    }

    WeightsModel build(String configFile) {
        List<WeightsModel.Table> tables = new ArrayList<>();
        tables.add(pixels(request.network().input()));
        List<String> structs = CppNames.structs(request.network(), request.names());
        for (int i = 0; i < structs.size(); i++) {
            tables.addAll(request.network()
                    .layers()
                    .get(i)
                    .accept(new LayerTables(
                            structs.get(i), request.plan().layers().get(i))));
        }
        return new WeightsModel(
                CppNames.guard(request.names(), "weights"), request.names().namespace(), configFile, tables);
    }

    private static WeightsModel.Table pixels(QuantizedInput input) {
        int tables = input.tables().size();
        List<String> rows = new ArrayList<>();
        for (int channel = 0; channel < tables; channel++) {
            RawVector table = input.tables().get(channel);
            List<String> values = IntStream.range(0, QuantizedInput.PIXEL_VALUES)
                    .mapToObj(pixel -> CppLiteral.raw(table.get(pixel), input.format()))
                    .toList();
            rows.add(CppLiteral.braced(values, "    ") + (channel < tables - 1 ? "," : ""));
        }
        return new WeightsModel.Table(
                "The network's input for each pixel value" + (tables > 1 ? " of each channel." : "."),
                "Network::RawInput",
                "kInputByPixel",
                "[" + tables + "][" + QuantizedInput.PIXEL_VALUES + "]",
                rows);
    }
}
