/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Maven project that a design comes from, and what it is called among FPGA cores for that.
 *
 * @param groupId    of the Maven project
 * @param artifactId of the Maven project
 * @param version    of the Maven project
 */
public record Coordinates(String groupId, String artifactId, String version) {
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    /**
     * Vendor, library, name and version of a core. Its version holds numbers only: package managers of cores cannot compare
     * qualifiers, such as {@code SNAPSHOT}, which are left out.
     *
     * @param top the top function
     */
    String vlnv(String top) {
        Matcher numbers = NUMBERS.matcher(version);
        return word(groupId) + ":" + word(artifactId) + ":" + top + ":" + (numbers.lookingAt() ? numbers.group() : "0");
    }

    private static String word(String text) {
        return STRANGE.matcher(text).replaceAll("_");
    }
}
