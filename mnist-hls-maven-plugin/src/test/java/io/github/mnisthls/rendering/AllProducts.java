/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.util.List;
import java.util.Map;

/** A small design whose products are made of all that there is besides slices, those of depthwise convolutions, too. */
final class AllProducts {
    /** What calls of its kernels look like in C++. */
    static final List<String> CALLS = List.of(
            "MatrixVector<Conv1, mnist_hls::PackedProducts<25, 18>>(",
            "ConstantMatrix<Depthwise1, ::cnn_net::adders::Depthwise1>(",
            "DepthwiseWindows<Depthwise2, mnist_hls::FabricProduct>(",
            "MatrixVector<Dense1, mnist_hls::SingleProducts<mnist_hls::FabricProduct>>(",
            "ConstantMatrix<Dense2, ::cnn_net::adders::Dense2>(");

    private AllProducts() {}

    static QuantizedNetwork network() {
        Architecture architecture = new Architecture(
                "products",
                new Shape(1, 8, 8),
                List.of(
                        new Conv2d("conv1", 4, Window.square(3, 1)),
                        new Relu("relu1"),
                        new DepthwiseConv2d("depthwise1", 1, new Window(3, 3, 1, 1, Padding.of(1)), true),
                        new Relu("relu2"),
                        new DepthwiseConv2d("depthwise2", 1, Window.square(2, 2), true),
                        new Flatten("flatten"),
                        new Dense("dense1", 6),
                        new Relu("relu3"),
                        new Dense("dense2", 4)));
        return new Sample(3, architecture, Map.of("*", "auto:8")).quantized();
    }

    static HardwarePlan plan(QuantizedNetwork network) {
        Folding adders = new Folding(1, 1, Implementation.ADDERS);
        return new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                                .withFoldings(Map.of(
                                        "conv1", new Folding(2, 3, Implementation.PACKED),
                                        "depthwise1", adders,
                                        "depthwise2", new Folding(2, 2, Implementation.LUT),
                                        "dense1", new Folding(2, 6, Implementation.LUT),
                                        "dense2", adders)));
    }
}
