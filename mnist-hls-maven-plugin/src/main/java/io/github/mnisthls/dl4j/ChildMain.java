/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ParentWatch;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.engine.KernelChoice;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What all processes that train have in common: they end with their parent, and tell it what went wrong. */
final class ChildMain {
    private ChildMain() {}

    static void run(String[] arguments, Consumer<TrainingFiles> training) {
        ParentWatch.start();
        try {
            KernelChoice.ofThisJvm().warning().ifPresent(text -> say(ChildProtocol.warning(text)));
            training.accept(new TrainingFiles(Path.of(arguments[0])));
        } catch (TrainingFailedException | InvalidSettingException e) {
            say(ChildFailure.line(e.getMessage()));
        } catch (UncheckedIOException e) {
            say(ChildFailure.line(e.getMessage()
                    + ". Fix the cause (disk space, permissions) and build again: no epoch is trained again."));
        }
        // ND4J leaves threads behind that keep a JVM alive.
        System.exit(0);
    }

    static void notice(String text) {
        say(ChildProtocol.notice(text));
    }

    static void say(String line) {
        System.out.println(line);
    }
}
