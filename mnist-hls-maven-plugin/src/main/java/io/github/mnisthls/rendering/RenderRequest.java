/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a generated project is made from.
 *
 * @param originals         what layers are called in the file that they were loaded from, by the layer's name
 * @param templateOverrides a folder; a template of the same name there wins over the plugin's
 */
public record RenderRequest(
        QuantizedNetwork network,
        HardwarePlan plan,
        InterfaceKind interfaceKind,
        ControlProtocol control,
        DesignNames names,
        GoldenVectors goldenVectors,
        ScriptOptions scripts,
        Map<String, String> originals,
        Optional<Path> templateOverrides) {
    /** Of a network whose layers have no other names. */
    public RenderRequest(
            QuantizedNetwork network,
            HardwarePlan plan,
            InterfaceKind interfaceKind,
            ControlProtocol control,
            DesignNames names,
            GoldenVectors goldenVectors,
            ScriptOptions scripts,
            Optional<Path> templateOverrides) {
        this(network, plan, interfaceKind, control, names, goldenVectors, scripts, Map.of(), templateOverrides);
    }

    public RenderRequest {
        originals = Map.copyOf(originals);

        checkBeats(network, plan.pixelsPerBeat(), interfaceKind);
        if (interfaceKind != InterfaceKind.AXIS && control == ControlProtocol.AP_CTRL_NONE) {
            throw new InvalidSettingException(
                    Settings.CONTROL,
                    control.label(),
                    "a design with the interface " + interfaceKind.label()
                            + " needs a signal when its input is there, which only streams have by themselves",
                    "Choose ap_ctrl_hs or s_axilite.");
        }
    }

    private static void checkBeats(QuantizedNetwork network, int pixels, InterfaceKind kind) {
        int row = network.input().shape().width() * network.input().shape().channels();
        if (kind == InterfaceKind.M_AXI && Integer.bitCount(pixels) != 1) {
            throw new InvalidSettingException(
                    Settings.PIXELS_PER_BEAT,
                    pixels,
                    "words of a memory at an AXI4 master have 1, 2, 4, 8, 16, 32 or 64 bytes",
                    "Use one of these, or <interface>axis</interface>.");
        }
        if (kind == InterfaceKind.ARRAY && row % pixels != 0) {
            throw new InvalidSettingException(
                    Settings.PIXELS_PER_BEAT,
                    pixels,
                    "neighbors in an array are in the same row, and a row has " + row + " values",
                    "Use a divisor of " + row + ", or another <interface>.");
        }
    }
}
