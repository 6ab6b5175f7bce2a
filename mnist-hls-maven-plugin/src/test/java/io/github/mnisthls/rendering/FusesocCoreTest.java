/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.amd.dialect.SampleDialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
// DeepLearning4J brings a reader of YAML along.
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.dataformat.yaml.YAMLMapper;

/** The generated project as a core of FuseSoC: well-formed, of files that exist, and with all that synthesis needs. */
class FusesocCoreTest {
    private static Map<String, byte[]> render() {
        return TinyProjects.render(SampleDialects.TODAY);
    }

    private static JsonNode core(Map<String, byte[]> files) throws IOException {
        String text = new String(files.get("fusesoc.core"), StandardCharsets.UTF_8);
        String header = "CAPI=2:\n";
        // The first line is FuseSoC's own, the rest is YAML.
        assertThat(text).startsWith(header);
        return new YAMLMapper().readTree(text.substring(header.length()));
    }

    @Test
    void namesFilesThatExistAndAllThatSynthesisReads() throws IOException {
        Map<String, byte[]> files = render();
        List<String> listed = new ArrayList<>();
        core(files).get("filesets").forEach(set -> set.get("files").forEach(file -> listed.add(file.asText())));

        assertThat(files.keySet()).containsAll(listed);
        assertThat(listed)
                .doesNotHaveDuplicates()
                .containsAll(files.keySet().stream()
                        .filter(file -> file.startsWith("src/"))
                        .toList())
                .contains("run_hls.tcl", "add_ip.tcl")
                .noneMatch(file -> file.startsWith("tb/"));
    }

    @Test
    void vivadoIsGivenTheScriptAndOthersAreNot() throws IOException {
        JsonNode core = core(render());

        assertThat(core.get("name").asText()).isEqualTo("org.example:digits:cnn:1.2");
        assertThat(core.get("filesets").get("vivado").get("file_type").asText()).isEqualTo("tclSource");
        assertThat(core.get("filesets").get("vivado").get("files").get(0).asText())
                .isEqualTo("add_ip.tcl");
        List<String> used = new ArrayList<>();
        core.get("targets").get("default").get("filesets").forEach(set -> used.add(set.asText()));
        assertThat(used).containsExactly("hls", "tool_vivado ? (vivado)");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1.0-SNAPSHOT, 1.0",
        "2.10.3.4, 2.10.3.4",
        "3-rc1, 3",
        "main, 0",
        "1.0.0.Final, 1.0.0",
    })
    void theVersionHoldsNumbersOnly(String version, String expected) {
        assertThat(new Coordinates("org.example", "a b:c", version).vlnv("top"))
                .isEqualTo("org.example:a_b_c:top:" + expected);
    }
}
