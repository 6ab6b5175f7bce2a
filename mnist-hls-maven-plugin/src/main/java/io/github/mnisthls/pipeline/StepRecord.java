/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a step was made from and what it made; saved after success only.
 *
 * @param schema   of this record; another one is as good as none
 * @param inputs   everything that the result depends on besides other steps, by name
 * @param upstream the steps whose results it was made from, each with one digest for all of its outputs
 * @param outputs  SHA-256 of each file, by its path relative to the step's folder, with slashes
 */
record StepRecord(int schema, Map<String, String> inputs, Map<StepName, String> upstream, Map<String, String> outputs) {
    static final int SCHEMA = 1;

    StepRecord(Map<String, String> inputs, UpstreamDigests upstream, Map<String, String> outputs) {
        this(SCHEMA, inputs, upstream.byStep(), outputs);
    }

    StepRecord {
        // Maps that are copied so take no nulls, as a damaged file may have.
        inputs = new TreeMap<>(Map.copyOf(inputs));
        // Records of before 1.0.0 had it among the inputs; that of a training, which depends on no step, is none the
        // worse.
        upstream = upstream == null ? Map.of() : new TreeMap<>(upstream);
        outputs = new TreeMap<>(Map.copyOf(outputs));
    }

    /** One digest for all outputs: what the next step depends on. */
    String digest() {
        return Digest.of(Json.write(outputs));
    }

    /** Why this record does not stand for these inputs, in a few words; empty if it does. */
    Optional<String> difference(Map<String, String> wanted, UpstreamDigests wantedUpstream) {
        if (schema != SCHEMA) {
            return Optional.of("the plugin's records changed");
        }
        TreeSet<String> names = new TreeSet<>(inputs.keySet());
        names.addAll(wanted.keySet());
        for (String name : names) {
            String before = inputs.get(name);
            String now = wanted.get(name);
            if (before == null || !before.equals(now)) {
                return Optional.of(name + " changed" + detail(before, now));
            }
        }
        return Stream.of(StepName.values())
                .filter(step -> !Objects.equals(upstream.get(step), wantedUpstream.of(step)))
                .findFirst()
                .map(step -> "the result of " + step + " changed");
    }

    private static String detail(String before, String now) {
        boolean shown = before != null && now != null && before.length() <= 32 && now.length() <= 32;
        return shown ? " (" + before + " -> " + now + ")" : "";
    }
}
