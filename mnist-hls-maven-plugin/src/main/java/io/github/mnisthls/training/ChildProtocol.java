/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.Json;
import java.util.Optional;

/** The lines by which the training process tells its parent how far it is. */
public final class ChildProtocol {
    private static final String EPOCH = "@epoch ";
    private static final String IMAGES = "@images ";
    private static final String NOTICE = "@notice ";
    private static final String WARNING = "@warning ";

    private ChildProtocol() {}

    /** The line for an epoch that is done. */
    public static String epoch(EpochReport report) {
        return EPOCH + Json.tree(report);
    }

    /** The line for an epoch that is under way. */
    public static String images(EpochShare share) {
        return IMAGES + Json.tree(share);
    }

    /** The line for what the user should know besides. */
    public static String notice(String text) {
        return NOTICE + text;
    }

    /** The line for what the user should know and can mend. */
    public static String warning(String text) {
        return WARNING + text;
    }

    static Optional<String> parseNotice(String line) {
        return after(NOTICE, line);
    }

    static Optional<String> parseWarning(String line) {
        return after(WARNING, line);
    }

    static Optional<EpochReport> parseEpoch(String line) {
        return after(EPOCH, line).map(text -> report(Json.parse(text)));
    }

    static Optional<EpochShare> parseImages(String line) {
        return after(IMAGES, line)
                .map(Json::parse)
                .map(node -> new EpochShare(
                        node.get("epoch").intValue(),
                        node.get("done").longValue(),
                        node.get("all").longValue()));
    }

    private static Optional<String> after(String mark, String line) {
        return line.startsWith(mark) ? Optional.of(line.substring(mark.length())) : Optional.empty();
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
