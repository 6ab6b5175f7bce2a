/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON that is the same on every machine: ordered, indented by two blanks, lines ended by {@code \n}; no nulls. */
public final class Json {
    /** No file of ours or of a model has a hundredth of it. */
    private static final long MOST_BYTES = 64L << 20;

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            // A record is its components; what it tells besides is no part of it.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Of two readers, one may see the first of two values and the other the last.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
            .build();

    private Json() {}

    /** A record, map or tree as text, with a line end after it. */
    public static String write(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** A record, map or list as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * A tree as a record or another tree.
     *
     * @throws UncheckedIOException if it is not of that type
     */
    static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(JsonProblem.of(e), e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException if it cannot be read, is not JSON of that type, or too long to be looked at
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it has more than " + (MOST_BYTES >> 20) + " MiB");
            }
            T value = MAPPER.readValue(Files.readAllBytes(file), type);
            if (value == null) {
                throw new IOException("it holds null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + JsonProblem.of(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonProblem.of(e), e);
        }
    }
}
