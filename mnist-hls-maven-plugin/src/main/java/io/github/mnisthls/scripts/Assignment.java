/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that gives a name another value.
 *
 * @param target the name
 * @param value  what it gets
 */
record Assignment(String target, String value) {
    private static final Pattern SPELLING = Pattern.compile("([A-Za-z_][\\w.]*)\\s*(?::[^=]+)?=(?!=)\\s*(.+)");
    private static final Pattern IN_PLACE =
            Pattern.compile("([A-Za-z_][\\w.]*)\\.(?:round|floor|ceil|trunc|fix)_\\s*\\([^()]*\\)");
    private static final String OPERAND = "(\\([^()]*\\)|[\\w.]+(?:\\*\\*[\\w.]+)?)";
    private static final Pattern TIMES = Pattern.compile("(?<!\\*)\\*(?!\\*)" + OPERAND);
    private static final Pattern OVER = Pattern.compile("(?<!/)/(?!/)" + OPERAND);
    private static final Pattern PLUS = Pattern.compile("[\\w)\\]][+-](?!\\d)");

    static Optional<Assignment> parse(String code) {
        Matcher inPlace = IN_PLACE.matcher(code);
        if (inPlace.matches()) {
            return Optional.of(new Assignment(inPlace.group(1), inPlace.group(1)));
        }
        Matcher found = SPELLING.matcher(code);
        return found.matches() && !code.contains(";")
                ? Optional.of(new Assignment(found.group(1), found.group(2)))
                : Optional.empty();
    }

    /**
     * Whether the name keeps its value but for rounding, as far as operators tell: it is in its own new value, whatever it is
     * multiplied with it is divided by, and nothing but numbers is added.
     */
    boolean keepsItsValue() {
        String dense = value.replaceAll("\\s", "");
        boolean isInIt = Pattern.compile("(?<![\\w.])" + Pattern.quote(target) + "(?!\\w)")
                .matcher(value)
                .find();
        return isInIt
                && operands(TIMES, dense).equals(operands(OVER, dense))
                && !PLUS.matcher(dense).find();
    }

    private static List<String> operands(Pattern pattern, String code) {
        return pattern.matcher(code)
                .results()
                .map(MatchResult::group)
                .map(operand -> operand.substring(1).replaceAll("^\\((.*)\\)$", "$1"))
                .sorted()
                .toList();
    }
}
