/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that stands between this JVM and a program. It holds the end of a pipe from the JVM: where the JVM is gone, even by
 * {@code kill -9}, the pipe ends, and the shell kills the program's whole process group.
 */
final class Watcher {
    /** {@code setsid} makes the program the leader of a group; where there is none, the program alone is killed. */
    private static final String SCRIPT = """
            exec 3<&0
            group=; command -v setsid > /dev/null 2>&1 && group=setsid
            $group "$@" < /dev/null 3<&- &
            child=$!
            (read -r nothing <&3; kill -KILL "${group:+-}$child") > /dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $child 2> /dev/null
            status=$?
            kill -KILL $watch 2> /dev/null
            wait $watch 2> /dev/null
            exit $status
            """;

    private Watcher() {}

    /** The words under a watcher, where there is a POSIX shell. */
    static List<String> watched(List<String> words) {
        if (File.separatorChar != '/') {
            return words;
        }
        List<String> all = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        all.addAll(words);
        return all;
    }
}
