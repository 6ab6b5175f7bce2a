/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of the generated project in the folder that the user names. */
final class PublishedProject {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedProject.class);

    private static final String SCRIPTS_OF_COPY = ProjectRenderer.OF_COPY + "/";

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
        Map<String, Path> files = files(generated);
        try {
            if (tree.isPublished(files)) {
                return;
            }
            tree.publish(files);
        } catch (UncheckedIOException | IOException e) {
            throw new InvalidSettingException(
                    "The folder " + target + " of " + Settings.OUTPUT_DIRECTORY + " cannot be written ("
                            + e.getMessage() + "). Make it writable and make sure that there is space, or name another"
                            + " one.",
                    e);
        }
        LOG.info("generate: wrote {}", target);
    }

    private Map<String, Path> files(Path generated) {
        Map<String, Path> files = FileTree.files(generated);
        if (settings.scripts().goldenOfCopy().isEmpty()) {
            return files;
        }
        files.keySet().removeIf(name -> name.startsWith(SCRIPTS_OF_COPY));
        files.remove(ProjectRenderer.golden(settings.names()));
        files.putAll(FileTree.files(generated.resolve(ProjectRenderer.OF_COPY)));
        return files;
    }
}
