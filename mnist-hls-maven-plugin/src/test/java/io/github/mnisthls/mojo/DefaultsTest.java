/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.TrainingSettings;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the goals' help says of defaults is what the code uses. */
class DefaultsTest {
    private static final Map<String, String> DEFAULTS = new TreeMap<>();

    @BeforeAll
    static void readTheDescriptor() throws Exception {
        try (InputStream in = DefaultsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            NodeList configurations = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("configuration");
            for (int i = 0; i < configurations.getLength(); i++) {
                NodeList parameters = configurations.item(i).getChildNodes();
                for (int j = 0; j < parameters.getLength(); j++) {
                    if (parameters.item(j) instanceof Element parameter && parameter.hasAttribute("default-value")) {
                        DEFAULTS.put(parameter.getTagName(), parameter.getAttribute("default-value"));
                    }
                }
            }
        }
    }

    @Test
    void trainingTakesItsOwnDefaults() {
        TrainingSettings settings = TrainingSettings.defaults();

        assertInteger("epochs", settings.epochs());
        assertInteger("batchSize", settings.batchSize());
        assertInteger("seed", settings.seed());
        assertDecimal("learningRate", settings.learningRate());
        assertDecimal("weightDecay", settings.weightDecay());
        assertDecimal("averaging", settings.averaging());
        assertInteger("validationImages", settings.validationImages());
        assertDecimal("minimumAccuracy", settings.minimumAccuracy());
        assertInteger("trainingMemory", settings.memoryMiB());
        assertThat(settings.dropout()).isEmpty();
        assertThat(DEFAULTS).doesNotContainKey("dropout");
    }

    @Test
    void augmentationTakesItsOwnDefaults() {
        assertDecimal("augmentationShift", Augmentation.DEFAULT.shiftPixels());
        assertDecimal("augmentationRotation", Augmentation.DEFAULT.rotationDegrees());
        assertDecimal("augmentationScale", Augmentation.DEFAULT.scale());
        assertDecimal("augmentationShear", Augmentation.DEFAULT.shear());
    }

    @Test
    void quantizationTakesItsOwnDefaults() {
        assertThat(DEFAULTS).containsEntry("precision", Precision.DEFAULT);
        assertInteger("calibrationImages", Quantizer.DEFAULT_CALIBRATION_IMAGES);
    }

    @Test
    void finetuningTakesItsOwnDefaults() {
        FinetuneSettings settings = FinetuneSettings.defaults();

        assertThat(DEFAULTS).containsEntry("finetune", settings.mode().label());
        assertInteger("finetuneEpochs", settings.epochs());
        assertDecimal("finetuneLearningRate", settings.learningRate());
    }

    private static void assertInteger(String parameter, long value) {
        assertThat(Long.parseLong(DEFAULTS.get(parameter))).as(parameter).isEqualTo(value);
    }

    private static void assertDecimal(String parameter, double value) {
        assertThat(Double.parseDouble(DEFAULTS.get(parameter))).as(parameter).isEqualTo(value);
    }
}
