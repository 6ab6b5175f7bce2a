/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import io.github.mnisthls.scripts.Definitions.How;
import io.github.mnisthls.scripts.Definitions.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what rounds in the forward passes of a script. */
final class ScriptScan {
    private final PythonText text;
    private final Definitions definitions;

    private ScriptScan(PythonText text) {
        this.text = text;
        this.definitions = new Definitions(text);
    }

    /** In the order of the lines. */
    static List<Finding> of(PythonText text) {
        ScriptScan scan = new ScriptScan(text);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < text.statements().size(); i++) {
            (scan.isInForward(i) ? scan.inForward(i) : scan.elsewhere(i)).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    /** In a forward of a network: that of a quantizer is spoken of where it is called. */
    private boolean isInForward(int statement) {
        return text.around(statement).stream().anyMatch(definitions::isForward)
                && definitions
                        .classOf(statement)
                        .filter(definitions::isQuantizer)
                        .isEmpty();
    }

    private Optional<Finding> elsewhere(int statement) {
        return definitions
                .strayQuantizer(statement)
                .map(known -> finding(statement, Finding.Kind.BY_HAND, known.reason()));
    }

    private Optional<Finding> inForward(int statement) {
        String code = text.statements().get(statement).code();
        Optional<String> owner = definitions.classOf(statement);
        List<Rounds> all = definitions.rounding(code, owner).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Rounds> blind = first(all, known -> known.how() != How.STRAIGHT_THROUGH);
        if (blind.isEmpty()) {
            return Optional.of(
                    finding(statement, Finding.Kind.STRAIGHT_THROUGH, all.get(0).reason()));
        }
        if (StraightThrough.hasDetachTrick(code)) {
            return Optional.of(finding(statement, Finding.Kind.STRAIGHT_THROUGH, "by detach()"));
        }
        boolean isAll =
                Assignment.parse(code).filter(Assignment::keepsItsValue).isPresent() && definitions.isPure(code, owner);
        return Optional.of(finding(
                statement,
                isAll ? Finding.Kind.LEAVE_OUT : Finding.Kind.BY_HAND,
                blind.get().reason()));
    }

    private static Optional<Rounds> first(List<Rounds> all, Predicate<Rounds> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private Finding finding(int statement, Finding.Kind kind, String reason) {
        LogicalLine line = text.statements().get(statement);
        return new Finding(kind, line.first() + 1, line.last() + 1, text.shown(line), reason);
    }
}
