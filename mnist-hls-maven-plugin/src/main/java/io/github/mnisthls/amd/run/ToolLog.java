/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.report.Numbers;
import io.github.mnisthls.amd.tool.ToolVersion;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What matters of a tool's output, gathered line by line; memory is bounded whatever the output's length.
 *
 * <p>Severities are searched for anywhere in a line: a testbench's last words without a line end are glued to the tool's
 * ({@code 364INFO: [SIM 211-1] ...}). Console and report files spell the same message differently ({@code ERROR:} and
 * {@code ERR:}).
 */
final class ToolLog {
    private static final int ERRORS_KEPT = 8;
    private static final List<String> ERROR = List.of(
            "ERROR:",
            "ERR:",
            "ERROR [",
            "ERROR!!!",
            "@E ",
            ": error: ",
            ": fatal error: ",
            "undefined reference to",
            "ld: cannot find ",
            "DIFFERS: ");
    private static final List<String> WARNING = List.of("WARNING:", "WARNING [HLS SIM]");
    /** The script tries it on Vivado HLS, which does not know it. */
    private static final String EXPECTED = "-flow_target";
    /** Said after every other error; worth showing only where there is no other. */
    private static final List<String> CONSEQUENCES = List.of(
            "Syn check fail!",
            "Encountered problem during source synthesis",
            "Pre-synthesis failed",
            "collect2: error: ",
            "linker command failed");

    private static final List<String> BANNER =
            List.of("High-Level Synthesis from", "v++ v20", "Vitis v20", "vitis-run v20");
    private static final List<String> SENTINELS =
            Stream.of(SynthesisStep.values()).map(Sentinel::ok).toList();
    private static final List<String> COUNTS = List.of("images", "logitsCompared");

    private final String verdict;
    private final List<String> errors = new ArrayList<>();
    private final List<String> consequences = new ArrayList<>();
    private final IiViolations iiViolations = new IiViolations();
    private final Map<Integer, Diagnosis> known = new TreeMap<>();
    private final Set<String> sentinels = new HashSet<>();
    private Optional<ToolVersion> version = Optional.empty();
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean verdictSeen;
    private long errorCount;
    private long warningCount;

    /**
     * @param verdict what the testbench prints when all values agree
     */
    ToolLog(String verdict) {
        this.verdict = verdict;
    }

    /** How a line is to be shown. */
    enum Kind {
        PLAIN,
        WARNING,
        ERROR
    }

    synchronized Kind accept(String line) {
        look(line);
        if (line.contains(EXPECTED)) {
            return Kind.PLAIN;
        }
        if (holdsAny(line, CONSEQUENCES)) {
            if (consequences.isEmpty()) {
                consequences.add(line);
            }
            return Kind.PLAIN;
        }
        if (holdsAny(line, ERROR)) {
            errorCount++;
            if (errors.size() < ERRORS_KEPT) {
                errors.add(line);
            }
            return Kind.ERROR;
        }
        if (holdsAny(line, WARNING)) {
            warningCount++;
            return Kind.WARNING;
        }
        return Kind.PLAIN;
    }

    private void look(String line) {
        verdictSeen |= line.contains(verdict);
        for (String name : COUNTS) {
            if (line.startsWith(name + " ")) {
                Numbers.parse(line.substring(name.length())).ifPresent(value -> counts.put(name, value));
            }
        }
        SENTINELS.stream().filter(line::contains).forEach(sentinels::add);
        if (version.isEmpty() && holdsAny(line, BANNER)) {
            version = ToolVersion.find(line);
        }
        iiViolations.accept(line);
        String lowerCase = line.toLowerCase(Locale.ROOT);
        for (int i = 0; i < KnownFailure.ALL.size(); i++) {
            if (!known.containsKey(i)) {
                int place = i;
                KnownFailure.ALL.get(i).match(line, lowerCase).ifPresent(diagnosis -> known.put(place, diagnosis));
            }
        }
    }

    private static boolean holdsAny(String line, List<String> words) {
        for (String word : words) {
            if (line.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The failure that explains the others. */
    synchronized Optional<Diagnosis> knownFailure() {
        return known.values().stream().findFirst();
    }

    synchronized boolean saw(String sentinel) {
        return sentinels.contains(sentinel);
    }

    synchronized boolean sawVerdict() {
        return verdictSeen;
    }

    /** What the testbench counted: {@code images}, {@code logitsCompared}. */
    synchronized OptionalLong count(String name) {
        Long value = counts.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The first ones; a mere consequence only where there is nothing else. */
    synchronized List<String> errors() {
        return List.copyOf(errors.isEmpty() ? consequences : errors);
    }

    synchronized long errorCount() {
        return Math.max(errorCount, consequences.size());
    }

    synchronized long warningCount() {
        return warningCount;
    }

    /** The module and loop of each, in the tool's words. */
    synchronized List<String> iiViolations() {
        return iiViolations.found();
    }

    /** From the tool's banner. */
    synchronized Optional<ToolVersion> version() {
        return version;
    }
}
