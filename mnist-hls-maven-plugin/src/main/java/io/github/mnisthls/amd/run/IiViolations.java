/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loops that do not reach the interval asked for. The tools say it again for every interval that they try; the first time
 * counts. Releases before 2020.1 do not name module and loop in the line: they are those announced last.
 */
final class IiViolations {
    private static final int KEPT = 20;
    private static final String WORDS = "The II Violation in module";
    private static final Pattern OLD = Pattern.compile("\\[SCHED 204-6[89]\\] (Unable to .*)");
    private static final Pattern MODULE = Pattern.compile("-- Implementing module '([^']+)'");
    private static final Pattern LOOP = Pattern.compile("\\[SCHED 204-61\\] Pipelining (loop|function) '([^']+)'");

    private final Map<String, String> found = new LinkedHashMap<>();
    private String module = "";
    private String loop = "";

    void accept(String line) {
        int words = line.indexOf(WORDS);
        if (words >= 0) {
            add(line.substring(words).strip());
        } else if (line.contains("[SCHED 204-6")) {
            readOld(line);
        } else if (line.contains("-- Implementing module")) {
            Matcher implementing = MODULE.matcher(line);
            if (implementing.find()) {
                module = implementing.group(1);
                loop = "";
            }
        }
    }

    private void readOld(String line) {
        Matcher pipelining = LOOP.matcher(line);
        Matcher unable = OLD.matcher(line);
        if (pipelining.find()) {
            loop = " (" + pipelining.group(1) + " '" + pipelining.group(2) + "')";
        } else if (unable.find()) {
            add(WORDS + " '" + module + "'" + loop + ": " + unable.group(1).strip());
        }
    }

    /** Some lines have no name between the quotes, and before the first announcement none is known. */
    private void add(String line) {
        String text = line.replace("module ''", "a module without a name");
        int place = text.indexOf(": ");
        String key = place < 0 ? text : text.substring(0, place);
        if (found.size() < KEPT) {
            found.putIfAbsent(key, text);
        }
    }

    /** Each with its module and loop, in the order of the log. */
    List<String> found() {
        return List.copyOf(found.values());
    }
}
