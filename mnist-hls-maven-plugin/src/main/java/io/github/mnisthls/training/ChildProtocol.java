/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.Json;
import java.util.Optional;

/** The lines by which the training process tells its parent how far it is. */
public final class ChildProtocol {
    private static final String EPOCH = "@epoch ";
    private static final String NOTICE = "@notice ";

    private ChildProtocol() {}

    /** The line for an epoch that is done. */
    public static String epoch(EpochReport report) {
        return EPOCH + Json.tree(report);
    }

    /** The line for what the user should know besides. */
    public static String notice(String text) {
        return NOTICE + text;
    }

    static Optional<String> parseNotice(String line) {
        return line.startsWith(NOTICE) ? Optional.of(line.substring(NOTICE.length())) : Optional.empty();
    }

    static Optional<EpochReport> parseEpoch(String line) {
        return line.startsWith(EPOCH)
                ? Optional.of(report(Json.parse(line.substring(EPOCH.length()))))
                : Optional.empty();
    }

    private static EpochReport report(JsonNode node) {
        return new EpochReport(
                node.get("epoch").intValue(),
                node.get("loss").doubleValue(),
                node.get("validationLoss").doubleValue(),
                node.get("validationAccuracy").doubleValue(),
                node.get("imagesPerSecond").doubleValue(),
                node.get("seconds").doubleValue());
    }
}
