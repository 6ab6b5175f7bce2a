/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

import io.github.mnisthls.hardware.WeightStorage;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.Dialect;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ScriptModel;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the AMD tools read.
 *
 * @param generation whose pragmas and C++
 * @param flowTarget what the exported design is for
 */
public record AmdDialect(ToolGeneration generation, FlowTarget flowTarget) implements Dialect {
    public AmdDialect {
        if (flowTarget == FlowTarget.VITIS && generation == ToolGeneration.VIVADO_HLS) {
            throw new InvalidSettingException(
                    Settings.EXPORT_FORMAT,
                    "xo",
                    generation.title() + " makes no kernel objects",
                    "Use ip_catalog, or a later release of the tools.");
        }
    }

    @Override
    public Map<String, String> identity() {
        return Map.of("generation", generation.name(), "flowTarget", flowTarget.name());
    }

    @Override
    public List<String> ports(InterfaceKind kind, ControlProtocol control, int pixels, int perBeat, int classes) {
        return new PortPragmas(generation).lines(kind, control, pixels, perBeat, classes);
    }

    @Override
    public Optional<String> weights(String table, WeightStorage storage) {
        return switch (storage) {
            case NONE, REGISTERS -> Optional.empty();
            case LUTRAM, BRAM ->
                Optional.of(
                        switch (generation) {
                            case VIVADO_HLS -> "RESOURCE variable=" + table + " core=ROM_1P_" + storage;
                            case VITIS_BARE, VITIS_KEYED ->
                                "BIND_STORAGE variable=" + table + " type=rom_1p impl="
                                        + (storage == WeightStorage.BRAM ? "bram" : "lutram");
                        });
        };
    }

    @Override
    public String manyPorts(String table) {
        return switch (generation) {
            case VIVADO_HLS -> "RESOURCE variable=" + table + " core=ROM_nP_LUTRAM";
            case VITIS_BARE, VITIS_KEYED -> "BIND_STORAGE variable=" + table + " type=rom_np impl=lutram";
        };
    }

    @Override
    public String sideBySide() {
        return "DATAFLOW";
    }

    @Override
    public List<String> stream(String name, int depth) {
        String fifo = "STREAM variable=" + name + " depth=" + depth;
        return switch (generation) {
            // Without it each lane would become a FIFO of its own.
            case VIVADO_HLS -> List.of(fifo, "DATA_PACK variable=" + name);
            case VITIS_BARE, VITIS_KEYED -> List.of(fifo);
        };
    }

    @Override
    public boolean namesStreams() {
        return true;
    }

    @Override
    public String beat(int bits) {
        return switch (generation) {
            // It cannot leave out a side channel.
            case VIVADO_HLS -> "ap_axiu<" + bits + ", 1, 1, 1>";
            case VITIS_BARE, VITIS_KEYED -> "ap_axiu<" + bits + ", 0, 0, 0>";
        };
    }

    @Override
    public List<String> scripts() {
        return List.of("sources.tcl", "run_hls.tcl", "hls_config.cfg", "add_ip.tcl", "fusesoc.core");
    }

    @Override
    public AmdScriptModel scriptModel(ScriptModel script) {
        return AmdScriptModel.of(script, this);
    }
}
