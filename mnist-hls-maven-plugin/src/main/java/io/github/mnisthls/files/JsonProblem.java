/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a JSON text, in words that do not speak of the classes that read it. */
final class JsonProblem {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final String TRAILING = "Trailing token";

    private JsonProblem() {}

    static String of(JsonProcessingException e) {
        String place =
                Optional.ofNullable(e.getLocation()).map(JsonProblem::place).orElse("");
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.find()) {
            return "the key '" + SeenValue.of(twice.group(1)) + "' occurs twice" + place;
        }
        if (e instanceof StreamConstraintsException) {
            return "it is nested too deeply, or has too long a number or text" + place;
        }
        if (e.getOriginalMessage().startsWith(TRAILING)) {
            return "it has more than one value" + place;
        }
        return e instanceof JsonMappingException mapping ? value(mapping) + place : "it is not JSON" + place;
    }

    private static String place(JsonLocation location) {
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** JSON, but not of the form that is wanted. */
    private static String value(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String where = path.isEmpty() ? "it" : "'" + SeenValue.of(path) + "'";
        return e.getCause() instanceof InvalidSettingException known
                ? where + ": " + known.getMessage()
                : where + " is not what is expected there";
    }
}
