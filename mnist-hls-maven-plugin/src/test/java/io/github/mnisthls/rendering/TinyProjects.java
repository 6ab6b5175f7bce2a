/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.Map;
import java.util.Optional;

/** Generated projects that are made in no time. */
public final class TinyProjects {
    private TinyProjects() {}

    /** All files of a network of two layers. */
    public static Map<String, byte[]> render(ScriptOptions scripts) {
        FixedPointFormat format = new FixedPointFormat(8, 4, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 8, 8), format, format, format)
                .conv("conv", 2, Window.square(3, 1), true)
                .dense("dense", 4, false)
                .build();
        return new ProjectRenderer()
                .render(new RenderRequest(
                        network,
                        new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)),
                        InterfaceKind.AXIS,
                        ControlProtocol.AP_CTRL_NONE,
                        new DesignNames("cnn", "cnn_net", ""),
                        SampleNetworks.golden(network, 1),
                        scripts,
                        Optional.empty()));
    }
}
