/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.FlowChoice;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.network.file.Layout;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.toolchain.StepMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
    private enum Size implements Choice {
        SMALL("small", ""),
        LARGE("large", "up to 9");

        private final String label;
        private final String remark;

        Size(String label, String remark) {
            this.label = label;
            this.remark = remark;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String remark() {
            return remark;
        }
    }

    private static Size read(String word) {
        return Choices.read(Settings.PART, word, "size", Size.class);
    }

    @Test
    void aWordIsItsValue() {
        assertThat(read("small")).isEqualTo(Size.SMALL);
        assertThat(read("large")).isEqualTo(Size.LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LARGE", "large ", "", "up to 9"})
    void otherWordsAreRefusedWithThoseThatThereAre(String word) {
        assertThatThrownBy(() -> read(word))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("<part> (-Dmnist-hls.part) is '" + word
                        + "': there is no such size. Choose small or large (up to 9).");
    }

    private static Stream<Class<? extends Choice>> choices() {
        return Stream.of(
                InterfaceKind.class,
                ControlProtocol.class,
                AmdExportFormat.class,
                StepMode.class,
                FlowChoice.class,
                GenerationChoice.class,
                Layout.ConvolutionOrder.class,
                Layout.DenseOrder.class,
                Layout.FlattenOrder.class);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void labelsAreDifferentWords(Class<? extends Choice> type) {
        List<String> labels =
                Stream.of(type.getEnumConstants()).map(Choice::label).toList();

        assertThat(labels)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).matches("[A-Za-z][\\w.-]*"));
    }
}
