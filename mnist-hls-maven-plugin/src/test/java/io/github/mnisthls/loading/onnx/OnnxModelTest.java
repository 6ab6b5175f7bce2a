/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.testdata.ModelTest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The models that {@code src/test/models/make_onnx.py} makes give the logits that PyTorch gave. */
class OnnxModelTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));

    static List<String> models() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void computesWhatPyTorchComputes(String name) {
        Path folder = folder().resolve(name);

        LoadedModel model = OnnxModel.read(folder.resolve("model.onnx"), REQUEST);

        FloatInference inference = new FloatInference(model.network());
        assertThat(new ModelTest(model, folder, inference::logits).run()).contains("1 images");
    }

    /** No operator that is read has changed what it computes from version 18 of the set to the newest that is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "batchnorm-kept",
                "digits",
                "float16-weights",
                "nhwc",
                "normalized-input",
                "pools",
                "shape-arithmetic",
                "softmax-end"
            })
    void newerOperatorSetsComputeTheSame(String name, @TempDir Path temporary) throws IOException {
        Path folder = folder().resolve(name);
        Path file = temporary.resolve("newest.onnx");
        for (int version = 24; version <= 28; version++) {
            Files.write(file, withVersion(folder.resolve("model.onnx"), version));
            LoadedModel model = OnnxModel.read(file, REQUEST);
            FloatInference inference = new FloatInference(model.network());
            assertThat(new ModelTest(model, folder, inference::logits).run()).contains("1 images");
        }
        Files.write(file, withVersion(folder.resolve("model.onnx"), 29));
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("version 29 of the operator set", "Versions 7 to 28 are read");
    }

    /** As the exporter of PyTorch 2 takes the batch from a shape. */
    @Test
    void aPartOfAShapeIsRead(@TempDir Path temporary) throws IOException {
        for (int[] part : new int[][] {{0, 1}, {-4, -3}, {-9, 1}}) {
            Path file = Files.write(temporary.resolve("part.onnx"), flattenedBy(part[0], part[1]));
            assertThat(OnnxModel.read(file, REQUEST).network().architecture().classes())
                    .isEqualTo(8);
        }
        Path notFlat = Files.write(temporary.resolve("part.onnx"), flattenedBy(0, 2));
        assertThatThrownBy(() -> OnnxModel.read(notFlat, REQUEST)).isInstanceOf(InvalidSettingException.class);
    }

    /** A network whose only reshaping is to the extents from start to end and one more. */
    private static byte[] flattenedBy(int start, int end) {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
        model.addOpsetImportBuilder().setVersion(15);
        GraphProto.Builder graph = model.getGraphBuilder();
        ValueInfoProto.Builder input = graph.addInputBuilder().setName("x");
        for (long extent : new long[] {1, 2, 2, 2}) {
            input.getTypeBuilder()
                    .getTensorTypeBuilder()
                    .setElemType(1)
                    .getShapeBuilder()
                    .addDimBuilder()
                    .setDimValue(extent);
        }
        graph.addOutputBuilder().setName("y");
        graph.addInitializerBuilder().setName("rest").setDataType(7).addDims(1).addInt64Data(-1);
        graph.addNodeBuilder()
                .setOpType("Shape")
                .addInput("x")
                .addOutput("part")
                .addAttribute(number("start", start))
                .addAttribute(number("end", end));
        graph.addNodeBuilder()
                .setOpType("Concat")
                .addInput("part")
                .addInput("rest")
                .addOutput("target")
                .addAttribute(number("axis", 0));
        graph.addNodeBuilder().setOpType("Relu").addInput("x").addOutput("r");
        graph.addNodeBuilder()
                .setOpType("Reshape")
                .addInput("r")
                .addInput("target")
                .addOutput("y");
        return model.build().toByteArray();
    }

    private static AttributeProto number(String name, int value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static byte[] withVersion(Path file, int version) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        model.getOpsetImportBuilder(0).setVersion(version);
        return model.build().toByteArray();
    }

    /** No byte may be missing, and none of the shortened files may hang the reader or crash it. */
    @Test
    void truncatedFilesAreRefused(@TempDir Path temporary) throws IOException {
        byte[] whole = Files.readAllBytes(folder().resolve("vector/model.onnx"));
        Path file = temporary.resolve("short.onnx");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    @Test
    void allNodesThatCannotBeReadAreNamed(@TempDir Path temporary) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder().resolve("lenet-opset7/model.onnx")));
        ModelProto.Builder changed = model.toBuilder();
        changed.getGraphBuilder().getNodeBuilderList().stream()
                .filter(node -> node.getOpType().equals("Relu"))
                .forEach(node -> node.setOpType("Selu"));
        Path file = Files.write(temporary.resolve("selu.onnx"), changed.build().toByteArray());

        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("2 parts")
                .hasMessageContaining("(Selu): no layer computes this operator");
    }

    /** All of it would make another image of the same size. */
    @Test
    void otherWaysToResizeAreRefused(@TempDir Path temporary) throws IOException {
        Path file = temporary.resolve("resized.onnx");
        Files.write(file, resized("mode", "linear"));
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .hasMessageContaining("(Resize): attribute mode is linear. Only nearest is supported");
        Files.write(file, resized("nearest_mode", "ceil"));
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .hasMessageContaining(
                        "nearest_mode are half_pixel and ceil, which do not repeat each row or column 3 times");
        Files.write(file, resized("coordinate_transformation_mode", "align_corners"));
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .hasMessageContaining("align_corners and round_prefer_floor, which do not repeat");
        ModelProto.Builder third = ModelProto.parseFrom(resized("mode", "nearest")).toBuilder();
        third.getGraphBuilder().getInitializerBuilderList().stream()
                .filter(tensor -> tensor.getName().equals("sizes"))
                .forEach(tensor ->
                        tensor.clearRawData().clearDims().addDims(4).addAllInt64Data(List.of(1L, 15L, 10L, 2L)));
        Files.write(file, third.build().toByteArray());
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .hasMessageContaining("scales are [1.0, 2.5, 2.0, 1.0]")
                .hasMessageContaining("Only rows and columns of images can be repeated");
    }

    private static byte[] resized(String attribute, String value) throws IOException {
        ModelProto.Builder model =
                ModelProto.parseFrom(Files.readAllBytes(folder().resolve("resize-sizes-nhwc/model.onnx"))).toBuilder();
        model.getGraphBuilder().getNodeBuilder(0).getAttributeBuilderList().stream()
                .filter(each -> each.getName().equals(attribute))
                .forEach(each -> each.setS(ByteString.copyFromUtf8(value)));
        return model.build().toByteArray();
    }

    @Test
    void oneOfSeveralOutputsIsRead(@TempDir Path temporary) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder().resolve("lenet-opset7/model.onnx")));
        ModelProto.Builder changed = model.toBuilder();
        // Something inside that nothing else needs, and that nobody reads.
        changed.getGraphBuilder()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Selu")
                        .addInput(model.getGraph().getNode(0).getOutput(0))
                        .addOutput("features"))
                .addOutput(0, ValueInfoProto.newBuilder().setName("features"));
        Path file = Files.write(temporary.resolve("two.onnx"), changed.build().toByteArray());
        String logits = model.getGraph().getOutput(0).getName();

        LoadedModel read = OnnxModel.read(file, new ModelRequest(REQUEST.images(), Optional.of(logits)));

        assertThat(read.network().architecture().classes()).isEqualTo(10);
        assertThat(read.output().number()).isEqualTo(1);
        assertThatThrownBy(() -> OnnxModel.read(file, REQUEST))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<modelOutput>", "not set", "features, " + logits);
        assertThatThrownBy(() -> OnnxModel.read(file, new ModelRequest(REQUEST.images(), Optional.of("logit"))))
                .hasMessageContainingAll("'logit'", "features, " + logits);
    }

    private static Path folder() {
        try {
            return Path.of(OnnxModelTest.class.getResource("models").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
