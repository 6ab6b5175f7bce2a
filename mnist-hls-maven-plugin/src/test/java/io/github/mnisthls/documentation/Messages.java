/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts in the plugin's sources. */
final class Messages {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SETTING = Pattern.compile("\\bSettings\\.([A-Z][A-Z_]*)\\b([.]option\\(\\))?");

    private Messages() {}

    /** All sources, each with texts that are put together from lines and settings made one. */
    static List<String> sources() {
        return unchanged().stream()
                .map(source -> SETTING.matcher(source).replaceAll(Messages::literal))
                .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
                .toList();
    }

    private static String literal(MatchResult setting) {
        try {
            Setting named = (Setting) Settings.class.getField(setting.group(1)).get(null);
            return '"' + (setting.group(2) == null ? named.toString() : named.option()) + '"';
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> unchanged() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Messages::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
