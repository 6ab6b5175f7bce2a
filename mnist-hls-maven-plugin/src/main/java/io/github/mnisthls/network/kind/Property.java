/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import java.util.List;
import java.util.Optional;

/**
 * A property of a kind of layer.
 *
 * @param name        as it is written
 * @param aliases     other spellings that are read
 * @param defaultText what counts where it is not given; empty if it must be given
 */
public record Property(String name, List<String> aliases, Optional<String> defaultText) {
    /** The text of a default that is another property's value. */
    static final String AS_KERNEL = "as kernel";

    static Property required(String name) {
        return new Property(name, List.of(), Optional.empty());
    }

    static Property optional(String name, String defaultText) {
        return new Property(name, List.of(), Optional.of(defaultText));
    }

    static Property optional(String name, double defaultValue) {
        return optional(name, Double.toString(defaultValue));
    }

    Property orAs(String alias) {
        return new Property(name, List.of(alias), defaultText);
    }

    boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }
}
