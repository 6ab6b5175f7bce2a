/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of the generated project in the folder that the user names. */
final class PublishedProject {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedProject.class);

    private final GenerateSettings settings;

    PublishedProject(GenerateSettings settings) {
        this.settings = settings;
    }

    /** Copies what changed, if the user wants a copy. */
    void bringUpToDate(Path generated) throws IOException {
        if (settings.outputDirectory().isEmpty()) {
            return;
        }
        Path target = settings.outputDirectory().get();
        OwnedTree tree = new OwnedTree(target, settings.overwriteEdited(), EditAdvice::of);
        if (tree.isPublished(generated)) {
            return;
        }
        try {
            tree.publish(generated);
        } catch (UncheckedIOException | IOException e) {
            throw new InvalidSettingException(
                    "The folder " + target + " of " + Settings.OUTPUT_DIRECTORY + " cannot be written ("
                            + e.getMessage() + "). Make it writable and see to it that there is space, or name another"
                            + " one.",
                    e);
        }
        LOG.info("generate: wrote {}", target);
    }
}
