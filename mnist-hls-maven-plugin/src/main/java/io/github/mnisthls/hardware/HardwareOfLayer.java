/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedAdd;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConcat;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedCrop;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedDepthwise;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.QuantizedPad;
import io.github.mnisthls.quantization.QuantizedTable;
import io.github.mnisthls.quantization.QuantizedUpsample;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.stream.IntStream;

/** Which hardware each kind of layer brings. */
final class HardwareOfLayer implements QuantizedLayer.Visitor<LayerHardware> {
    private final LayerSite site;

    private HardwareOfLayer(LayerSite site) {
        this.site = site;
    }

    /** In the order of the nodes. */
    static List<LayerHardware> all(QuantizedNetwork network, DspSlice slice) {
        return IntStream.range(0, network.nodes().size())
                .mapToObj(node -> new LayerSite(network, node, slice))
                .map(HardwareOfLayer::of)
                .toList();
    }

    private static LayerHardware of(LayerSite site) {
        return site.layer().accept(new HardwareOfLayer(site));
    }

    @Override
    public LayerHardware conv2d(QuantizedConv2d layer) {
        return MatrixHardware.of(site, layer);
    }

    @Override
    public LayerHardware depthwise(QuantizedDepthwise layer) {
        throw missing("depthwise convolution");
    }

    @Override
    public LayerHardware dense(QuantizedDense layer) {
        return MatrixHardware.of(site, layer);
    }

    @Override
    public LayerHardware maxPool(QuantizedMaxPool layer) {
        return PoolHardware.of(site, layer);
    }

    @Override
    public LayerHardware averagePool(QuantizedAveragePool layer) {
        return PoolHardware.of(site, layer);
    }

    @Override
    public LayerHardware activation(QuantizedActivation layer) {
        throw missing("activation");
    }

    @Override
    public LayerHardware table(QuantizedTable layer) {
        throw missing("table");
    }

    @Override
    public LayerHardware pad(QuantizedPad layer) {
        throw missing("pad");
    }

    @Override
    public LayerHardware crop(QuantizedCrop layer) {
        throw missing("crop");
    }

    @Override
    public LayerHardware upsample(QuantizedUpsample layer) {
        throw missing("upsample");
    }

    @Override
    public LayerHardware add(QuantizedAdd layer) {
        throw missing("add");
    }

    @Override
    public LayerHardware concat(QuantizedConcat layer) {
        throw missing("concat");
    }

    private InvalidSettingException missing(String kind) {
        return new InvalidSettingException(
                "layer '" + site.name() + "'", kind, "there is no hardware for it", "Leave the layer out.");
    }
}
