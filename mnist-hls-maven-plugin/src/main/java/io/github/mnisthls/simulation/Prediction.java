/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import java.io.IOException;
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
            try (Stream<String> lines = Files.lines(file)) {
                lines.map(Prediction::parse).forEach(predictions::add);
            }
        }
        return predictions;
    }

    /** Images that a list holds so far; 0 before there is one. */
    static long count(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Prediction parse(String line) {
        String[] words = BLANK.split(line);
        List<Long> logits = Stream.of(words).skip(2).map(Long::valueOf).toList();
        return new Prediction(Integer.parseInt(words[0]), Integer.parseInt(words[1]), logits);
    }
}
