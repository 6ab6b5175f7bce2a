/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
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
        checkOrder(site);
        return site.layer().accept(new HardwareOfLayer(site));
    }

    /** An image travels pixel by pixel; taken as a vector, it would have to come channel by channel. */
    private static void checkOrder(LayerSite site) {
        for (int input = 0; input < site.layer().inputs().size(); input++) {
            Shape wanted = site.layer().inputs().get(input).shape();
            Shape given = site.network().values().get(site.inputValue(input)).shape();
            if (!wanted.equals(given) && given.channels() > 1 && given.channels() < given.size()) {
                throw new InvalidSettingException(
                        "layer '" + site.name() + "'",
                        wanted,
                        "it takes an image of " + given.named() + " as a vector, for which the hardware has no process",
                        "Put <flatten/> right before a dense layer.");
            }
        }
    }

    @Override
    public LayerHardware conv2d(QuantizedConv2d layer) {
        return MatrixHardware.of(site, layer);
    }

    @Override
    public LayerHardware depthwise(QuantizedDepthwise layer) {
        return new DepthwiseHardware(site, layer);
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
        return ElementwiseHardware.of(site, layer);
    }

    @Override
    public LayerHardware table(QuantizedTable layer) {
        return ElementwiseHardware.of(site, layer);
    }

    @Override
    public LayerHardware pad(QuantizedPad layer) {
        return FrameHardware.of(site, layer);
    }

    @Override
    public LayerHardware crop(QuantizedCrop layer) {
        return FrameHardware.of(site, layer);
    }

    @Override
    public LayerHardware upsample(QuantizedUpsample layer) {
        return FrameHardware.of(site, layer);
    }

    @Override
    public LayerHardware add(QuantizedAdd layer) {
        return JoinHardware.of(site, layer);
    }

    @Override
    public LayerHardware concat(QuantizedConcat layer) {
        return JoinHardware.of(site, layer);
    }
}
