/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.WeightStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** C++ and nothing else: no pragma but the one that stands for all, no names of streams, no scripts. */
final class PlainDialect implements Dialect {
    @Override
    public Map<String, String> identity() {
        return Map.of();
    }

    @Override
    public List<String> ports(InterfaceKind kind, ControlProtocol control, int pixels, int perBeat, int classes) {
        return List.of();
    }

    @Override
    public Optional<String> weights(String table, WeightStorage storage) {
        return Optional.empty();
    }

    @Override
    public String manyPorts(String table) {
        return "many ports";
    }

    @Override
    public String sideBySide() {
        return "side by side";
    }

    @Override
    public List<String> stream(String name, int depth) {
        return List.of();
    }

    @Override
    public boolean namesStreams() {
        return false;
    }

    @Override
    public String beat(int bits) {
        return "Beat<" + bits + ">";
    }

    @Override
    public List<String> scripts() {
        return List.of();
    }

    @Override
    public Record scriptModel(ScriptModel script) {
        return script;
    }
}
