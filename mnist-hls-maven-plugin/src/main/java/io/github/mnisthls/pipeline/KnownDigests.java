/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/** Digests of files, each computed once in a build although every goal looks at all earlier outputs. */
public final class KnownDigests {
    private final ConcurrentMap<String, String> known;

    /**
     * Digests that goals of the same build may have computed.
     *
     * @param known kept by the build from goal to goal
     */
    public KnownDigests(ConcurrentMap<String, String> known) {
        this.known = known;
    }

    /** SHA-256 of all files below a folder, by their path relative to it. */
    Map<String, String> of(Path root) {
        Map<String, String> digests = new TreeMap<>();
        for (String name : FileTree.list(root)) {
            digests.put(name, ofFile(root.resolve(name)));
        }
        return digests;
    }

    private String ofFile(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            String key = file + "|" + now.size() + "|" + now.lastModifiedTime() + "|" + now.fileKey();
            return known.computeIfAbsent(key, unknown -> Digest.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
