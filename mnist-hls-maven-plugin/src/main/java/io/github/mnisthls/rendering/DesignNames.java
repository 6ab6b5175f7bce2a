/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Names that keep two generated networks apart in one repository.
 *
 * @param top       the top function
 * @param namespace of everything else that is generated; names separated by {@code ::}
 * @param prefix    of file names and macros; may be empty
 */
public record DesignNames(String top, String namespace, String prefix) {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,63})?");
    private static final Pattern DOUBLE_COLON = Pattern.compile("::");

    public DesignNames {
        checkIdentifier(Settings.TOP_NAME, top, ReservedNames::ofTop);
        for (String part : DOUBLE_COLON.split(namespace, -1)) {
            checkIdentifier(Settings.NAMESPACE, part, ReservedNames::ofNamespace);
        }
        if (top.equals(outerNamespace(namespace))) {
            throw new InvalidSettingException(
                    Settings.NAMESPACE,
                    namespace,
                    "the top function has the same name",
                    "Choose another namespace, such as cnn_net, or another name of the top function.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new InvalidSettingException(
                    Settings.PREFIX,
                    prefix,
                    "it begins file names and macros",
                    "Use a letter followed by at most 63 letters, digits and underscores, or leave it empty.");
        }
    }

    /** The namespace that stands beside what is global. */
    String outerNamespace() {
        return outerNamespace(namespace);
    }

    private static String outerNamespace(String namespace) {
        return DOUBLE_COLON.split(namespace, -1)[0];
    }

    private static void checkIdentifier(Setting setting, String name, Function<String, Optional<String>> reserved) {
        if (!IDENTIFIER.matcher(name).matches() || name.contains("__")) {
            throw new InvalidSettingException(
                    setting,
                    name,
                    "it is not a name that generated C++ can use",
                    "Use a letter followed by at most 63 letters, digits and single underscores.");
        }
        reserved.apply(name).ifPresent(section -> {
            throw new InvalidSettingException(
                    setting,
                    name,
                    "generated code cannot have this name (" + section + ")",
                    "Choose another one, such as " + name + "_cnn.");
        });
    }
}
