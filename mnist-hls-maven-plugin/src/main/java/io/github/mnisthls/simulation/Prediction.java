/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the simulated design gave for one image.
 *
 * @param logits raw
 */
public record Prediction(int image, int predictedClass, List<Long> logits) {
    private static final Pattern BLANK = Pattern.compile(" ");

    public Prediction {
        logits = List.copyOf(logits);
    }

    /** Reads the testbench's lists: a line per image with its number, its class and its logits. */
    static List<Prediction> read(List<Path> files) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.map(line -> parse(file, line)).forEach(predictions::add);
            }
        }
        return predictions;
    }

    /** Images that a list holds so far; 0 before there is one. */
    static long count(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Prediction parse(Path file, String line) {
        String[] words = BLANK.split(line);
        try {
            List<Long> logits = Stream.of(words).skip(2).map(Long::valueOf).toList();
            return new Prediction(Integer.parseInt(words[0]), Integer.parseInt(words[1]), logits);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // The plugin's own testbench writes no such line.
            throw new InvalidSettingException(
                    "A line of " + file,
                    line,
                    "it is not an image's number, class and logits",
                    "Let the testbench in " + Settings.TEMPLATE_DIRECTORY + " write what the plugin's own does.");
        }
    }
}
