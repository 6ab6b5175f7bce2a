/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Counts the changes below a folder, notes them in a journal, and stops the JVM before or after one of them, as a
 * {@code kill -9} does. Told by system properties, which children of the build have too.
 */
final class Stops {
    /** The exit status of a JVM that was stopped. */
    static final int STATUS = 77;

    /** The folder whose changes count. */
    static final String ROOT = "mnisthls.crash.root";

    /** The file that the changes are noted in; not below the folder. */
    static final String JOURNAL = "mnisthls.crash.journal";

    /** The first word of a process's journal lines, the number of the change, and {@code before} or {@code after}; or {@code fail}. With colons. */
    static final String STOP = "mnisthls.crash.stop";

    /** A folder that gets a copy of the whole as it is before a change: the build dies there. None if there is no such property. */
    static final String STATES = "mnisthls.crash.states";

    /** Every so many changes there is such a copy. */
    static final String EVERY = "mnisthls.crash.every";

    private static final String BUILD = "build";
    private static final String ROLE =
            System.getProperty("sun.java.command", "").contains("CrashBuild") ? BUILD : "child";

    private final String root = System.getProperty(ROOT);
    private final String journal = System.getProperty(JOURNAL);
    private final String stop = System.getProperty(STOP, "");
    private final String states = System.getProperty(STATES, "");
    private final int every = Integer.getInteger(EVERY, 1);
    private int count;

    /** A change of files. */
    interface Change<T> {
        T make() throws IOException;
    }

    Stops() {
        note(ROLE + " pid " + ProcessHandle.current().pid());
    }

    /** One at a time, so that a number means one change. */
    synchronized <T> T at(String kind, Path path, Change<T> change) throws IOException {
        String name = path.toAbsolutePath().toString();
        if (!name.startsWith(root)) {
            return change.make();
        }
        count++;
        if (stop.equals(ROLE + ":" + count + ":fail")) {
            note(ROLE + " stopped by failure " + count + " " + kind + " " + name.substring(root.length()));
            throw new IOException("No space left on device");
        }
        if (ROLE.equals(BUILD) && !states.isEmpty() && count % every == 0) {
            keepState();
        }
        haltIf("before", kind, name);
        T result = change.make();
        note(ROLE + " " + count + " " + kind + " " + name.substring(root.length()));
        haltIf("after", kind, name);
        return result;
    }

    /** Not as long as another process may change files: then it is no state that ever was. */
    private void keepState() throws IOException {
        if (new File(root).exists()
                && ProcessHandle.current().descendants().findAny().isEmpty()) {
            copy(root, states + "/" + count);
            copy(journal, states + "/" + count + ".journal");
        }
    }

    private static void copy(String from, String to) throws IOException {
        try {
            if (new ProcessBuilder("cp", "-a", from, to).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("cannot copy " + from);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void haltIf(String when, String kind, String name) {
        if (stop.equals(ROLE + ":" + count + ":" + when)) {
            note(ROLE + " stopped " + when + " " + count + " " + kind + " " + name.substring(root.length()));
            Runtime.getRuntime().halt(STATUS);
        }
    }

    /** Not through the provider. */
    private void note(String line) {
        try (FileOutputStream out = new FileOutputStream(journal, true)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
