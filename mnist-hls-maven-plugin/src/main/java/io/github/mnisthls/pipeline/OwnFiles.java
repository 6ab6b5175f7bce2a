/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of a step's folder the step made itself. All others are moved out of the way before the folder is replaced:
 * somebody put them there.
 */
final class OwnFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);

    private final WorkFolder work;
    private final StepName step;

    OwnFiles(WorkFolder work, StepName step) {
        this.work = work;
        this.step = step;
    }

    /** Before the folder is replaced: remembers what is the step's, beyond a kill too, and moves away what is not. */
    void claim(Optional<StepRecord> last, StepRecord next) throws IOException {
        Set<String> own = new TreeSet<>(claimed());
        last.ifPresent(record -> own.addAll(record.outputs().keySet()));
        own.addAll(next.outputs().keySet());
        AtomicFile.write(work.claim(step), Json.write(own));
        Path folder = work.folder(step);
        for (String name : FileTree.entries(folder)) {
            if (!own.contains(name)) {
                keep(folder.resolve(name), work.kept(step).resolve(name));
            }
        }
    }

    /** After the record of the replacement was written. */
    void release() throws IOException {
        Files.deleteIfExists(work.claim(step));
    }

    private List<String> claimed() {
        try {
            return Files.isRegularFile(work.claim(step))
                    ? Stream.of(Json.read(work.claim(step), String[].class))
                            .filter(Objects::nonNull)
                            .toList()
                    : List.of();
        } catch (UncheckedIOException e) {
            LOG.debug("The list {} is unreadable and counts as none", work.claim(step), e);
            return List.of();
        }
    }

    private static void keep(Path file, Path wanted) throws IOException {
        Path place = wanted;
        for (int number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); number++) {
            place = wanted.resolveSibling(wanted.getFileName() + "." + number);
        }
        Files.createDirectories(place.getParent());
        Files.move(file, place);
        LOG.warn("{} is not a file of this plugin: it was moved to {}", file, place);
    }
}
