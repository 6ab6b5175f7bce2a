/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that keep two generated networks apart in one repository.
 *
 * @param top       the top function
 * @param namespace of everything else that is generated; names separated by {@code ::}
 * @param prefix    of file names and macros; may be empty
 */
public record DesignNames(String top, String namespace, String prefix) {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)?");
    private static final Pattern DOUBLE_COLON = Pattern.compile("::");

    /** Words that C++14 keeps for itself, and names that the generated code needs. */
    private static final Set<String> TAKEN = Set.of(
            "alignas",
            "alignof",
            "and",
            "asm",
            "auto",
            "bitand",
            "bitor",
            "bool",
            "break",
            "case",
            "catch",
            "char",
            "class",
            "compl",
            "const",
            "constexpr",
            "continue",
            "decltype",
            "default",
            "delete",
            "do",
            "double",
            "else",
            "enum",
            "explicit",
            "export",
            "extern",
            "false",
            "final",
            "float",
            "for",
            "friend",
            "goto",
            "hls",
            "if",
            "inline",
            "int",
            "long",
            "main",
            "mnist_hls",
            "mutable",
            "namespace",
            "new",
            "noexcept",
            "not",
            "nullptr",
            "operator",
            "or",
            "private",
            "protected",
            "public",
            "register",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "std",
            "struct",
            "switch",
            "template",
            "this",
            "throw",
            "true",
            "try",
            "typedef",
            "typeid",
            "typename",
            "union",
            "unsigned",
            "using",
            "virtual",
            "void",
            "volatile",
            "while",
            "xor");

    public DesignNames {
        checkIdentifier(Settings.TOP_NAME, top);
        for (String part : DOUBLE_COLON.split(namespace, -1)) {
            checkIdentifier(Settings.NAMESPACE, part);
        }
        if (top.equals(namespace)) {
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
                    "Use a letter followed by letters, digits and underscores, or leave it empty.");
        }
    }

    private static void checkIdentifier(Setting setting, String name) {
        if (!IDENTIFIER.matcher(name).matches() || TAKEN.contains(name) || name.contains("__")) {
            throw new InvalidSettingException(
                    setting,
                    name,
                    "it is no name that generated C++ can use",
                    "Use a letter followed by letters, digits and single underscores, and no word of the language.");
        }
    }
}
