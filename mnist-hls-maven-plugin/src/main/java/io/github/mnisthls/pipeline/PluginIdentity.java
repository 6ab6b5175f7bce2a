/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The plugin that runs.
 *
 * @param version   of the plugin
 * @param jar       the plugin itself
 * @param classPath of a child JVM: the plugin and everything that it depends on
 */
public record PluginIdentity(String version, Path jar, List<Path> classPath) {
    private static final String SNAPSHOT = "-SNAPSHOT";

    public PluginIdentity {
        classPath = List.copyOf(classPath);
    }

    /** The version; for a snapshot also the digest of the jar, for a snapshot changes under the same version. */
    String fingerprint() {
        boolean mayChange = version.endsWith(SNAPSHOT) && Files.isRegularFile(jar);
        return mayChange ? version + "+" + Digest.of(jar) : version;
    }
}
