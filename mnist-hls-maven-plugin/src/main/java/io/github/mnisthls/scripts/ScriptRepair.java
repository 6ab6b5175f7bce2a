/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Comments out what only rounds. Nothing else changes, not even the end of a line. */
final class ScriptRepair {
    private final PythonText text;

    /** Numbers of the statements that go. */
    private final Set<Integer> gone = new TreeSet<>();

    private ScriptRepair(PythonText text, List<Finding> findings) {
        this.text = text;
        Set<Integer> lines = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.LEAVE_OUT)
                .map(finding -> finding.first() - 1)
                .collect(Collectors.toSet());
        for (int i = 0; i < text.statements().size(); i++) {
            if (lines.contains(text.statements().get(i).first())) {
                gone.add(i);
            }
        }
    }

    static String of(PythonText text, List<Finding> findings) {
        return new ScriptRepair(text, findings).repaired();
    }

    private String repaired() {
        List<String> lines = new ArrayList<>(text.lines());
        for (int statement : gone) {
            LogicalLine line = text.statements().get(statement);
            for (int i = line.first(); i <= line.last(); i++) {
                boolean holdsBlock = i == line.first() && isFirstOfWhatIsGone(statement);
                lines.set(i, commented(lines.get(i), holdsBlock ? "pass  # " : "# "));
            }
        }
        return String.join("", lines);
    }

    /** A block must not be empty: the first of its statements gives way to one that does nothing. */
    private boolean isFirstOfWhatIsGone(int statement) {
        List<Integer> block = text.block(text.statements().get(statement).parent());
        return gone.containsAll(block) && block.get(0) == statement;
    }

    private static String commented(String line, String mark) {
        int start = 0;
        while (start < line.length() && " \t\f".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(0, start) + mark + line.substring(start);
    }
}
