/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each fact that the doubles hold to has its source, and each cited number is a fact. */
class ContractTest {
    private static final Path DOUBLES = Path.of("src/test/doubles");
    private static final Pattern NUMBER = Pattern.compile("\\bC\\d+\\b");
    private static final int COLUMNS = 5;

    @Test
    void theDoublesCiteTheWholeContract() throws IOException {
        List<String[]> facts = Files.readAllLines(DOUBLES.resolve("contract.md")).stream()
                .filter(line -> line.startsWith("| C"))
                .map(line -> line.substring(2, line.length() - 2).split(" (?<!\\\\)\\| ", -1))
                .toList();

        assertThat(facts)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact).hasSize(COLUMNS).doesNotContain(""));
        assertThat(cited())
                .isEqualTo(facts.stream().map(fact -> fact[0]).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> cited() throws IOException {
        try (Stream<Path> files = Files.list(DOUBLES)) {
            return files.filter(file -> file.toString().endsWith(".tcl"))
                    .flatMap(ContractTest::comments)
                    .flatMap(line -> NUMBER.matcher(line).results().map(MatchResult::group))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> comments(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.strip().startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
