/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

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

    /** The version; for a snapshot also a digest of the jar's contents, which change under the same version. */
    public String fingerprint() {
        boolean mayChange = version.endsWith(SNAPSHOT) && Files.isRegularFile(jar);
        return mayChange ? version + "+" + digest() : version;
    }

    /** From the jar's table of contents, checksums included: each goal asks for it, and the jar is 12 MB large. */
    private String digest() {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Digest.of(zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }
}
