/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings as Maven hands them over: what cannot be is refused when they are read, by its name. */
class RefusedSettingsTest {
    /** A message that is longer is not read. */
    private static final int LONGEST_MESSAGE = 2000;

    @TempDir
    Path folder;

    /** Reads all settings of a goal that has one of them. */
    private void read(String element, String value) throws Exception {
        PackageSettings.read(folder, element, value);
    }

    @Test
    void goodOnesAreTaken() {
        assertThatCode(() -> {
                    read("csimTimeout", "1");
                    read("toolMemory", "0");
                    read("toolMemory", "1");
                    read("clockPeriodNs", "2");
                    read("clockPeriodNs", "1000");
                    read("networkName", "digits_2");
                    read("networkName", "lenet-5 (EMNIST, 26 letters)");
                    read("launcher", "'my launcher' -x");
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "csimTimeout, 0, mnist-hls.csim.timeout",
        "csimTimeout, -1, mnist-hls.csim.timeout",
        "toolMemory, -1, mnist-hls.toolMemory",
        "toolMemory, 9223372036854775807, mnist-hls.toolMemory",
        "clockPeriodNs, 1.0E308, mnist-hls.clockPeriodNs",
        "clockPeriodNs, 1.0E-300, mnist-hls.clockPeriodNs",
        "clockPeriodNs, -10.0, mnist-hls.clockPeriodNs",
        "clockPeriodNs, 0.0, mnist-hls.clockPeriodNs",
        "augmentationShift, 9.0, mnist-hls.augmentationShift",
        "augmentationRotation, 46.0, mnist-hls.augmentationRotation",
        "augmentationScale, 0.6, mnist-hls.augmentationScale",
        "augmentationShear, -0.1, mnist-hls.augmentationShear",
        "trainingThreads, 257, mnist-hls.trainingThreads",
        "trainingThreads, -1, mnist-hls.trainingThreads",
        "csimTool, modelsim, mnist-hls.csim.tool",
        "csim, yes, mnist-hls.csim",
        "csynth, yes, mnist-hls.csynth",
        "cosim, yes, mnist-hls.cosim",
        "export, yes, mnist-hls.export",
        "exportFormat, zip, mnist-hls.exportFormat",
        "toolFlow, python, mnist-hls.toolFlow",
        "toolGeneration, 2023.1, mnist-hls.toolGeneration",
        "interface, apb, mnist-hls.interface",
        "control, none, mnist-hls.control",
        "cxx, g++ 'x, mnist-hls.cxx",
        "classifier, a/b, mnist-hls.classifier",
        "classifier, .., mnist-hls.classifier",
        "classifier, 'a\nb', mnist-hls.classifier",
        "prefix, a/b, mnist-hls.prefix",
        "topName, wchar_t, mnist-hls.topName",
        "namespace, ap_fixed, mnist-hls.namespace"
    })
    void othersAreRefusedByName(String element, String value, String property) {
        assertThatThrownBy(() -> read(element, value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("<" + element + "> (-D" + property + ") is '" + value + "': ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networkName",
                "inputShape",
                "precision",
                "part",
                "interface",
                "control",
                "topName",
                "namespace",
                "prefix",
                "exportFormat",
                "toolFlow",
                "toolGeneration",
                "toolVersion",
                "toolTimeout",
                "toolPath",
                "csim",
                "csimTool",
                "csynth",
                "launcher",
                "classifier",
                "cxx"
            })
    void hugeOnesAreNotEchoed(String element) {
        String huge = "1'" + "x".repeat(100_000);

        assertThatThrownBy(() -> read(element, huge))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("<" + element + "> (-Dmnist-hls.")
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(LONGEST_MESSAGE));
    }

    /** Longer than names of files and identifiers may be, but short enough to be shown. */
    @ParameterizedTest
    @ValueSource(strings = {"prefix", "topName", "namespace", "classifier"})
    void longNamesAreRefusedByName(String element) {
        assertThatThrownBy(() -> read(element, "x".repeat(300)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("<" + element + "> (-Dmnist-hls." + element + ") is 'xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*=%s", "%1$s=auto:8;%1$s=auto:8", "ap_fixed<8,4,%s>"})
    void hugeRulesAreNotEchoed(String precision) {
        assertThatThrownBy(() -> read("precision", String.format(precision, "x".repeat(100_000))))
                .isInstanceOf(InvalidSettingException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(LONGEST_MESSAGE));
    }
}
