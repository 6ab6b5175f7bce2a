/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.github.mnisthls.loading.ExactModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that {@code src/test/models/make_qonnx.py} makes keep their bits: each logit is that of integer arithmetic. */
class QuantizedModelTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));

    static List<String> models() throws IOException {
        return ExactModel.names(folder());
    }

    @ParameterizedTest
    @MethodSource("models")
    void floatNetworkRoundsAsTheFileDoes(String name) {
        model(name).checkFloat();
    }

    @ParameterizedTest
    @MethodSource("models")
    void emulatorGivesTheLogitsOfIntegerArithmetic(String name) {
        model(name).checkEmulator();
    }

    @ParameterizedTest
    @MethodSource("models")
    void formatsAreKeptInTheFolderOfTheTrainedNetwork(String name, @TempDir Path temporary) {
        Network network = model(name).network();

        NetworkFolder.write(network, temporary);

        assertThat(NetworkFolder.read(temporary)).isEqualTo(network);
    }

    @Test
    void formatsAreThoseOfTheFile() {
        ExactModel model = model("convolutions");
        QuantizedNetwork quantized = model.quantized("auto:8");

        assertThat(quantized.input().format()).hasToString("ap_ufixed<8,0,AP_RND_CONV,AP_SAT>");
        assertThat(quantized.layers().stream()
                        .map(QuantizedLayer::outputFormat)
                        .map(Object::toString)
                        .limit(3))
                .containsExactly(
                        "ap_ufixed<4,2,AP_RND_CONV,AP_SAT>",
                        "ap_ufixed<4,2,AP_RND_CONV,AP_SAT>",
                        "ap_fixed<5,4,AP_RND_CONV,AP_SAT_SYM>");
        assertThat(model.network().weightFormats().values().stream().map(Object::toString))
                .containsExactly(
                        "ap_fixed<4,1,AP_RND_CONV,AP_SAT_SYM>",
                        "ap_fixed<6,2,AP_RND_CONV,AP_SAT>",
                        "ap_fixed<4,1,AP_RND_CONV,AP_SAT>");
    }

    @Test
    void rulesForFormatsOfTheFileAreRefused() {
        ExactModel model = model("convolutions");

        for (String rule :
                List.of("Conv_15=auto:8", "Conv_15.weights=auto:8", "Conv_15.outputs=auto:8", "input=auto:8")) {
            assertThatThrownBy(() -> model.quantized(rule + "; *=auto:8"))
                    .as(rule)
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("it names '" + rule.substring(0, rule.indexOf('=')) + "'")
                    .hasMessageContaining("Remove that rule: the model's formats are kept.");
        }
    }

    @Test
    void otherScalesAreRefusedWithTheNearestOne(@TempDir Path temporary) throws IOException {
        refused(
                temporary,
                "convolutions",
                model -> scale(model, "Quant", 0.3f),
                "0.3",
                "the nearest being 0.25",
                "POWER_OF_TWO");
        refused(
                temporary,
                "qcdq",
                model -> scale(model, "QuantizeLinear", 0.004f),
                "0.004",
                "the nearest being 0.00390625");
        refused(temporary, "bipolar", model -> scale(model, "BipolarQuant", -0.5f), "scale is -0.5");
    }

    @Test
    void whatNoFormatDoesIsRefused(@TempDir Path temporary) throws IOException {
        refused(
                temporary,
                "convolutions",
                model -> word(model, "rounding_mode", "CEIL"),
                "attribute rounding_mode is CEIL");
        refused(temporary, "convolutions", model -> input(model, "Quant", 2, 3), "zeropt is [3.0]", "symmetric");
        refused(temporary, "convolutions", model -> input(model, "Quant", 3, 3.5f), "bitwidth holds 3.5");
        refused(temporary, "convolutions", model -> input(model, "Quant", 3, 33), "bit width is 33");
        refused(temporary, "qcdq", model -> input(model, "DequantizeLinear", 1, 0.125f), "Both must be the same");
        refused(temporary, "qcdq", model -> rename(model, "DequantizeLinear", "Relu"), "integers of QuantizeLinear");
        refused(temporary, "convolutions", model -> rename(model, "Quant", "Trunc"), "no layer computes this operator");
    }

    private static void refused(Path temporary, String name, Consumer<ModelProto.Builder> change, String... parts)
            throws IOException {
        ModelProto.Builder model =
                ModelProto.parseFrom(Files.readAllBytes(folder().resolve(name).resolve("model.onnx"))).toBuilder();
        change.accept(model);
        Path file = Files.write(temporary.resolve("changed.onnx"), model.build().toByteArray());
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(parts);
    }

    private static void scale(ModelProto.Builder model, String operator, float value) {
        input(model, operator, 1, value);
    }

    /** Gives one input of the first node of a kind another value. */
    private static void input(ModelProto.Builder model, String operator, int index, float value) {
        first(model, operator).setInput(index, "changed");
        model.getGraphBuilder()
                .addInitializerBuilder()
                .setName("changed")
                .setDataType(DataType.FLOAT_VALUE)
                .addFloatData(value);
    }

    private static NodeProto.Builder first(ModelProto.Builder model, String operator) {
        return model.getGraphBuilder().getNodeBuilderList().stream()
                .filter(node -> node.getOpType().equals(operator))
                .findFirst()
                .orElseThrow();
    }

    private static void rename(ModelProto.Builder model, String from, String to) {
        first(model, from).setOpType(to);
    }

    private static void word(ModelProto.Builder model, String attribute, String value) {
        first(model, "Quant").getAttributeBuilderList().stream()
                .filter(each -> each.getName().equals(attribute))
                .forEach(each -> each.setS(ByteString.copyFromUtf8(value)));
    }

    private static ExactModel model(String name) {
        Path folder = folder().resolve(name);
        return new ExactModel(
                folder, OnnxModel.read(folder.resolve("model.onnx"), REQUEST).network());
    }

    private static Path folder() {
        return ExactModel.folder(QuantizedModelTest.class, "quantized");
    }
}
