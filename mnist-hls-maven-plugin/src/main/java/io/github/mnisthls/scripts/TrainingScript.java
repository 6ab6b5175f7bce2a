/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A training script for PyTorch: what rounds in its forward passes, and how it is without that. */
public final class TrainingScript {
    private static final String BACKUP = ".before_fix";
    private static final long MOST_BYTES = 10_000_000;

    /** PEP 263: in the first or the second line. */
    private static final Pattern ENCODING =
            Pattern.compile("(?:[^\\r\\n]*\\r?\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+).*", Pattern.DOTALL);

    /** Encodings in which every byte of ASCII is a character of ASCII. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?i)utf-?_?8(-sig)?|(us-?)?ascii|latin-?_?1|iso-?_?8859.*|l1|cp125\\d|windows-125\\d|koi8.*");

    private final Path file;
    private final PythonText text;
    private final List<Finding> findings;

    private TrainingScript(Path file, PythonText text) {
        this.file = file;
        this.text = text;
        this.findings = ScriptScan.of(text);
    }

    /**
     * Reads a script.
     *
     * @throws InvalidSettingException if it cannot be read as Python
     */
    public static TrainingScript read(Path script) {
        try {
            if (!Files.isRegularFile(script)) {
                throw refused(script, "there is no such file", "Name a training script in Python.");
            }
            if (Files.size(script) > MOST_BYTES) {
                throw refused(script, "no script is that long", "Name a training script in Python.");
            }
            byte[] bytes = Files.readAllBytes(script);
            String content = new String(bytes, StandardCharsets.ISO_8859_1);
            checkEncoding(script, content);
            return new TrainingScript(script.toRealPath(), PythonText.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script + " (" + e.getMessage() + ")", e);
        }
    }

    private static void checkEncoding(Path script, String content) {
        if (content.indexOf('\0') >= 0) {
            throw refused(
                    script, "it is not text in an encoding that Python reads", "Name a training script in Python.");
        }
        Matcher cookie = ENCODING.matcher(content);
        if (cookie.lookingAt() && !PLAIN.matcher(cookie.group(1)).matches()) {
            throw refused(
                    script,
                    "its encoding is " + cookie.group(1) + ", whose characters cannot be distinguished here",
                    "Save it in UTF-8.");
        }
    }

    private static InvalidSettingException refused(Path script, String problem, String remedy) {
        return new InvalidSettingException(Settings.SCRIPT, script, problem, remedy);
    }

    /** What rounds, in the order of the lines. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Comments out what only rounds, after a copy of the script was put beside it; gives the copy.
     *
     * @throws InvalidSettingException if the copy is there already: it is never overwritten
     */
    public Path repair() {
        Path backup = file.resolveSibling(file.getFileName() + BACKUP);
        String repaired = ScriptRepair.of(text, findings);
        try {
            Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
            Set<PosixFilePermission> permissions = permissions();
            AtomicFile.writeAmongOthers(file, repaired.getBytes(StandardCharsets.ISO_8859_1));
            if (!permissions.isEmpty()) {
                Files.setPosixFilePermissions(file, permissions);
            }
            return backup;
        } catch (FileAlreadyExistsException e) {
            throw new InvalidSettingException(
                    Settings.SCRIPT
                            + " is '" + file + "': it was repaired before, its copy " + backup
                            + " is there and is never overwritten. Compare the two, move the copy away, and repair"
                            + " again.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot repair " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private Set<PosixFilePermission> permissions() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }
}
