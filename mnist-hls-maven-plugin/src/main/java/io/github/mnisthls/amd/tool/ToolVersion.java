/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the AMD tools, such as 2023.1 or 2025.2.1.
 *
 * @param year    the first number
 * @param release the second number
 * @param text    the version as it was written, with whatever follows the two numbers
 */
public record ToolVersion(int year, int release, String text) implements Comparable<ToolVersion> {
    /** The last release with {@code vivado_hls}. */
    static final ToolVersion LAST_VIVADO_HLS = of(2020, 1);
    /** The first release whose main program is {@code vitis_hls}. */
    static final ToolVersion FIRST_VITIS_HLS = of(2020, 2);
    /** The first release whose pragmas take {@code type=} and {@code mode=}. */
    static final ToolVersion FIRST_KEYED_PRAGMAS = of(2021, 1);
    /** The first release whose {@code vitis_hls} calls itself deprecated in favor of {@code vitis-run}. */
    static final ToolVersion FIRST_PREFERRING_UNIFIED = of(2023, 2);
    /** The first release without {@code vitis_hls}. */
    static final ToolVersion FIRST_UNIFIED_ONLY = of(2025, 1);

    /** What a double of a tool, as used in tests, puts behind its version. */
    static final String DOUBLE_SUFFIX = "-double";

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.])(20\\d\\d)\\.(\\d)(?:\\.\\d+)?(?![\\d])(?:-[a-z]+)?");
    private static final Comparator<ToolVersion> ORDER =
            Comparator.comparingInt(ToolVersion::year).thenComparingInt(ToolVersion::release);

    /** The release with these numbers. */
    public static ToolVersion of(int year, int release) {
        return new ToolVersion(year, release, year + "." + release);
    }

    /** The first version number in a text such as {@code v2023.1 (64-bit)}, {@code 2025.2.1} or a folder's name. */
    public static Optional<ToolVersion> find(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(of(matcher)) : Optional.empty();
    }

    /** As {@link #find}, but nothing else may stand in the text. */
    public static Optional<ToolVersion> parse(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    private static ToolVersion of(Matcher matcher) {
        return new ToolVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group());
    }

    /** Whether this is the same release or a later one. */
    public boolean isAtLeast(ToolVersion other) {
        return compareTo(other) >= 0;
    }

    /** Whether a double of the tool, not the tool, said this. */
    public boolean isDouble() {
        return text.endsWith(DOUBLE_SUFFIX);
    }

    /** Whether this is the same release, whatever follows the two numbers. */
    public boolean isSameRelease(ToolVersion other) {
        return compareTo(other) == 0;
    }

    /** By release; patch levels compare as equal. */
    @Override
    public int compareTo(ToolVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
