/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Class names that a DL4J configuration may hold. DL4J instantiates whatever a configuration names, so it sees none that
 * was not checked here first.
 */
final class ClassAllowList {
    private static final List<String> PACKAGES = List.of(
            "org.deeplearning4j.nn.conf",
            "org.deeplearning4j.nn.conf.constraint",
            "org.deeplearning4j.nn.conf.distribution",
            "org.deeplearning4j.nn.conf.dropout",
            "org.deeplearning4j.nn.conf.inputs",
            "org.deeplearning4j.nn.conf.layers",
            "org.deeplearning4j.nn.conf.preprocessor",
            "org.deeplearning4j.nn.conf.stepfunctions",
            "org.deeplearning4j.nn.conf.weightnoise",
            "org.deeplearning4j.nn.weights",
            "org.nd4j.linalg.activations.impl",
            "org.nd4j.linalg.learning.config",
            "org.nd4j.linalg.learning.regularization",
            "org.nd4j.linalg.lossfunctions.impl",
            "org.nd4j.linalg.schedule");

    /** A qualified name: at least two dots, each followed by a letter. */
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*){2,}");

    private ClassAllowList() {}

    /**
     * Checks every text of a configuration that could name a class, wherever it stands.
     *
     * @throws io.github.mnisthls.settings.InvalidSettingException if there is one of another package
     */
    static void check(Path file, JsonNode node) {
        if (node.isTextual()) {
            checkName(file, node.textValue());
        }
        node.fieldNames().forEachRemaining(name -> checkName(file, name));
        node.forEach(child -> check(file, child));
    }

    private static void checkName(Path file, String text) {
        if (CLASS_NAME.matcher(text).matches() && !isAllowed(text)) {
            throw ModelFile.refused(
                    file,
                    "its configuration names the class '" + text + "'",
                    "Only DL4J's own layers, activations, losses and updaters are supported, and no code from a model"
                            + " file is run: build the network from them and save it again.");
        }
    }

    private static boolean isAllowed(String className) {
        int dot = className.lastIndexOf('.');
        return PACKAGES.contains(className.substring(0, dot));
    }
}
