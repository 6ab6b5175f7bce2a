/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for layers of several kinds. */
final class LayerChecks {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_TITLE = 200;

    private LayerChecks() {}

    static void checkName(String name) {
        if (!LEGAL.matcher(name).matches()) {
            throw new InvalidSettingException(
                    "layer name",
                    name,
                    "names become C++ identifiers and file names",
                    "Use a letter followed by at most 63 letters, digits and underscores.");
        }
    }

    /** A network's name on one line. */
    static String title(String name) {
        String title = BLANKS.matcher(name).replaceAll(" ").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidSettingException(
                    "network name",
                    name,
                    "it is not a title for reports",
                    "Use at most " + LONGEST_TITLE + " characters, and no control characters.");
        }
        return title;
    }

    static void checkPositive(String layer, String property, int value) {
        if (value < 1) {
            throw new InvalidSettingException(
                    property + " of layer '" + layer + "'", value, "it must be at least 1", "Give a positive number.");
        }
    }

    static void checkFinite(String layer, String property, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidSettingException(
                    property + " of layer '" + layer + "'", value, "it must be a finite number", "Give a number.");
        }
    }

    /** The input of a layer that has one. */
    static Shape only(String layer, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new InvalidSettingException(
                    "inputs of layer '" + layer + "'",
                    inputs.size() + " inputs",
                    "this layer takes one",
                    "Join them with an add or concat layer first.");
        }
        return inputs.get(0);
    }

    static void checkSeveral(String layer, List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new InvalidSettingException(
                    "inputs of layer '" + layer + "'",
                    inputs.size() + (inputs.size() == 1 ? " input" : " inputs"),
                    "this layer joins two or more",
                    "Name them: inputs=\"conv1,conv2\".");
        }
    }
}
