/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers of an array's tasks as Slurm writes them: {@code 17_3}, {@code 17_[0-4,9%2]}. */
final class TaskIds {
    private static final Pattern ID = Pattern.compile("(\\d+)(?:_(\\d+)|_\\[([0-9,:-]*)(?:%\\d+)?])?");

    private TaskIds() {}

    /** All tasks that an id stands for, as {@code 17_3}; none if it is no id of an array. */
    static List<String> expand(String id) {
        List<String> tasks = new ArrayList<>();
        Matcher matcher = ID.matcher(id.strip());
        if (matcher.matches()) {
            if (matcher.group(2) != null) {
                tasks.add(matcher.group(1) + "_" + matcher.group(2));
            } else if (matcher.group(3) != null) {
                for (String range : matcher.group(3).split(",", -1)) {
                    addRange(matcher.group(1), range, tasks);
                }
            }
        }
        return tasks;
    }

    private static void addRange(String array, String range, List<String> tasks) {
        String[] ends = range.split("-", 2);
        if (ends[0].isEmpty()) {
            return;
        }
        // A step, as in 0-8:2, is never ours.
        int last = Integer.parseInt(ends[ends.length - 1].replaceFirst(":.*", ""));
        for (int task = Integer.parseInt(ends[0]); task <= last; task++) {
            tasks.add(array + "_" + task);
        }
    }
}
