/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Json;
import java.util.Optional;

/** Lines by which a child JVM tells its parent more than a log does. */
public final class ChildProtocol {
    /** Exit status of a child that failed for a reason that the user can mend and that it has told. */
    public static final int MENDABLE = 3;

    private static final String EPOCH = "@epoch ";
    private static final String FAILURE = "@failure ";

    private ChildProtocol() {}

    /** The line for an epoch that is done. */
    public static String epoch(EpochReport report) {
        return EPOCH + Json.tree(report);
    }

    /** The line for a failure that the user can mend. */
    public static String failure(String message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("message", message);
        return FAILURE + node;
    }

    static Optional<EpochReport> parseEpoch(String line) {
        return payload(EPOCH, line)
                .map(node -> new EpochReport(
                        node.get("epoch").intValue(),
                        node.get("loss").doubleValue(),
                        node.get("validationLoss").doubleValue(),
                        node.get("validationAccuracy").doubleValue(),
                        node.get("imagesPerSecond").doubleValue(),
                        node.get("seconds").doubleValue()));
    }

    static Optional<String> parseFailure(String line) {
        return payload(FAILURE, line).map(node -> node.get("message").textValue());
    }

    private static Optional<JsonNode> payload(String prefix, String line) {
        return line.startsWith(prefix) ? Optional.of(Json.parse(line.substring(prefix.length()))) : Optional.empty();
    }
}
