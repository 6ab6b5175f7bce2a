/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Slow
class Dl4jArchiveTest {
    private static final String HARMLESS = """
        {"confs": [{"layer": {"@class": "org.deeplearning4j.nn.conf.layers.DenseLayer",
          "activationFn": {"@class": "org.nd4j.linalg.activations.impl.ActivationReLU"}, "layerName": "a.b"}}]}
        """;

    @TempDir
    Path folder;

    @Test
    void readsConfigurationAndValues() throws IOException {
        Dl4jArchive archive = Dl4jArchive.read(zip(Map.of("configuration.json", HARMLESS, "coefficients.bin", "abc")));

        assertThat(Json.parse(archive.configuration())).isEqualTo(Json.parse(HARMLESS));
        assertThat(archive.values()).asString().isEqualTo("abc");
        assertThat(archive.isGraph()).isFalse();
    }

    /** Whatever else another reader might see in the file's own text. */
    @Test
    void whatDl4jReadsIsWrittenAnew() throws IOException {
        String spelled = HARMLESS.replace("@class", "\\u0040class").replace(": ", " :\t");
        Dl4jArchive archive = Dl4jArchive.read(zip(Map.of("configuration.json", spelled, "coefficients.bin", "")));

        assertThat(archive.configuration())
                .isEqualTo(Json.write(Json.parse(HARMLESS)))
                .contains("\"@class\"");
    }

    @Test
    void tellsGraphsFromChains() throws IOException {
        String graph = "{\"vertices\": {\"a\": {\"@class\": \"org.deeplearning4j.nn.conf.graph.MergeVertex\"}}}";

        assertThat(Dl4jArchive.read(zip(Map.of("configuration.json", graph, "coefficients.bin", "")))
                        .isGraph())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"confs\": 3}", "{\"vertices\": null}"})
    void whatIsNeitherIsRefused(String configuration) throws IOException {
        Path file = zip(Map.of("configuration.json", configuration, "coefficients.bin", ""));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("neither 'confs' nor 'vertices'", "ComputationGraph", file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\": \"com.evil.Layer\"}",
                "{\"layer\": {\"activationFn\": {\"@class\": \"javax.script.ScriptEngineManager\"}}}",
                "{\"x\": [\"org.springframework.context.support.ClassPathXmlApplicationContext\", {}]}",
                "{\"com.sun.rowset.JdbcRowSetImpl\": {}}",
                "{\"@class\": \"org.deeplearning4j.nn.conf.layers.custom.Mine\"}",
                "{\"@class\": \"org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer\"}",
                "{\"@class\": \"javax.swing.JEditorPane<java.lang.String>\"}",
                "{\"\\u0040class\": \"javax.swing.JEditorPane\"}",
                "{\"@class\": \"[Ljavax.swing.JEditorPane;\"}",
                "{\"@class\": \"org.deeplearning4j.nn.conf.layers.DenseLayer<javax.swing.JEditorPane>\"}",
                "{\"@class\": \"Evil\"}",
                "{\"@class\": [\"com.evil.Layer\"]}",
                "{\"@class\": {\"a\": 1}}",
                "{\"@class\": \"com.übel.Größe\"}",
            })
    void foreignClassesAreRefused(String configuration) throws IOException {
        Path file = zip(Map.of("configuration.json", configuration, "coefficients.bin", ""));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("names the class", "no code from a model file is run", file.toString());
    }

    /** DL4J's reader sees the first of two values, others the last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\": \"javax.swing.JEditorPane\","
                        + " \"@class\": \"org.nd4j.linalg.activations.impl.ActivationIdentity\"}",
                "{\"@class\": \"org.nd4j.linalg.activations.impl.ActivationIdentity\","
                        + " \"\\u0040class\": \"org.nd4j.linalg.activations.impl.ActivationReLU\"}",
            })
    void keysThatStandTwiceAreRefused(String configuration) throws IOException {
        Path file = zip(Map.of("configuration.json", configuration, "coefficients.bin", ""));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("the key '@class' occurs twice", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/tmp/x", "preprocessor.bin", "objects/thing"})
    void otherEntriesAreRefused(String name) throws IOException {
        Path file = zip(Map.of("configuration.json", HARMLESS, "coefficients.bin", "", name, "x"));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void bombsDoNotGoOff() throws IOException {
        Path file = folder.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("configuration.json"));
            for (int i = 0; i < 40; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(Files.size(file)).isLessThan(100_000);

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("unpacks to more than 16 MiB");
    }

    @Test
    void truncatedZipsAreRefused() throws IOException {
        Path file = zip(Map.of("configuration.json", HARMLESS, "coefficients.bin", "abc"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("not a complete zip file");
    }

    /** Whatever bit is wrong: the model is refused, or it is the one that was saved. */
    @Test
    void noFlippedBitIsTakenForAnotherModel() throws IOException {
        Path file = zip(Map.of(
                "configuration.json",
                HARMLESS,
                "coefficients.bin",
                "weights, weights, weights",
                "updaterState.bin",
                "state"));
        byte[] good = Files.readAllBytes(file);
        int refused = 0;
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bad);
            try {
                Dl4jArchive read = Dl4jArchive.read(file);
                assertThat(read.values()).as("bit %d", bit).asString().isEqualTo("weights, weights, weights");
                assertThat(Json.parse(read.configuration())).as("bit %d", bit).isEqualTo(Json.parse(HARMLESS));
            } catch (InvalidSettingException e) {
                assertThat(e).hasMessageContaining(file.toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(good.length * 4);
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        Path file = zip(Map.of("configuration.json", HARMLESS, "coefficients.bin", "", "Xonfiguration.json", "{}"));
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("Xonf", "conf"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("two entries are called configuration.json");
    }

    @Test
    void missingPartsAreNamed() throws IOException {
        Path file = zip(Map.of("configuration.json", HARMLESS));

        assertThatThrownBy(() -> Dl4jArchive.read(file)).hasMessageContaining("it holds no coefficients.bin");
        assertThatThrownBy(() -> Dl4jArchive.read(folder.resolve("none.zip")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void configurationsThatAreNoJsonAreRefused() throws IOException {
        Path file = zip(Map.of("configuration.json", "{\"confs\": [", "coefficients.bin", ""));

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("configuration.json is not JSON");
    }

    private Path zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : new LinkedHashMap<>(entries).entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return Files.write(folder.resolve("model.zip"), bytes.toByteArray());
    }
}
