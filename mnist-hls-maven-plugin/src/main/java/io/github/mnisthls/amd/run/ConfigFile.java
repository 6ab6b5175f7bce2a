/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of an {@code hls_config.cfg}. */
record ConfigFile(List<String> lines) {
    ConfigFile {
        lines = List.copyOf(lines);
    }

    static ConfigFile parse(String text) {
        return new ConfigFile(text.lines().toList());
    }

    /** The same with this key having this value and no other; the key belongs to {@code [hls]}, the last section. */
    ConfigFile with(String key, String value) {
        Pattern own = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*=.*");
        List<String> changed = new ArrayList<>(
                lines.stream().filter(line -> !own.matcher(line).matches()).toList());
        changed.add(key + "=" + value);
        return new ConfigFile(changed);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
