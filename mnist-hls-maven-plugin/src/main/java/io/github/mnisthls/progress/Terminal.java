/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The terminal that a build is watched at. */
public final class Terminal {
    private Terminal() {}

    /**
     * Shows progress as a bar from now on, if the build has a terminal that can do that; as lines otherwise.
     *
     * @param wanted whether people watch this build, as far as Maven was told
     */
    public static void useIf(boolean wanted) {
        Optional<Console> console = Optional.ofNullable(System.console())
                .filter(found -> wanted && isTerminal(found) && canErase(System.getenv("TERM")));
        Progress.showAs(console.<Display>map(found -> new Bar(found.writer())).orElse(Progress.LINES));
    }

    /** Erases what is shown, so that others can write. */
    public static void release() {
        Progress.showAs(Progress.LINES);
    }

    static boolean canErase(String term) {
        return term != null && !term.isBlank() && !term.equals("dumb");
    }

    /** Since Java 22 there is a console also where input and output are files, and it tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
