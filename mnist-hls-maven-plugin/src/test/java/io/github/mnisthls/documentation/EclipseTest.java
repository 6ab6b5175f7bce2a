/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What m2e is told: an IDE that opens or cleans a project trains no network. */
class EclipseTest {
    private static final Path METADATA = Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml");
    private static final Pattern GOAL = Pattern.compile("@Mojo\\(name = \"([a-z-]+)\"");

    @Test
    void allGoalsAreLeftToMaven() throws Exception {
        Document metadata =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(METADATA.toFile());

        assertThat(metadata.getElementsByTagName("execute").getLength()).isZero();
        assertThat(metadata.getElementsByTagName("ignore").getLength()).isEqualTo(1);
        assertThat(texts(metadata.getElementsByTagName("goal"))).containsAll(goals());
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> goals() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/mnisthls/mojo"))) {
            List<String> goals = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                GOAL.matcher(Files.readString(file)).results().forEach(goal -> goals.add(goal.group(1)));
            }
            assertThat(goals).hasSizeGreaterThan(10);
            return goals;
        }
    }
}
