/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.sun.management.ThreadMXBean;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file says, reading it ends soon, takes little memory, and tells what is wrong. */
class HostileOnnxTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));
    private static final Duration SOON = Duration.ofSeconds(5);

    /** All that is ever asked for, most of which is free again soon. */
    private static final long LITTLE = 1L << 30;

    @TempDir
    Path folder;

    private final GraphProto.Builder graph = GraphProto.newBuilder()
            .addInput(input(1, 1, 4, 4))
            .addOutput(ValueInfoProto.newBuilder().setName("y"));

    private Path home;

    @BeforeEach
    void secret() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.write(folder.resolve("secret"), new byte[64]);
    }

    @Test
    void circlesAreRefused() throws IOException {
        graph.addNode(node("Relu", "b", "a")).addNode(node("Relu", "a", "b")).addNode(node("Flatten", "b", "y"));
        refuses("read each other in a circle");
    }

    @Test
    void longChainsInTheWrongOrderAreReadInTime() throws IOException {
        graph.addNode(node("Flatten", "v0", "y"));
        IntStream.range(0, 9_000).forEach(i -> graph.addNode(node("Identity", "v" + (i + 1), "v" + i)));
        graph.addNode(node("Relu", "x", "v9000"));

        assertThat(attempt(model())).isNull();
    }

    @Test
    void externalDataOutsideOfTheFolderAreRefused() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), folder.resolve("secret"));
        for (String place :
                new String[] {"../secret", folder.resolve("secret").toString(), "link", "/etc/passwd", "", ".", "a\0b"
                }) {
            external("location", place);
            refuses("external data of constant 'w'");
        }
    }

    @Test
    void externalDataMustBeThere() throws IOException {
        Files.write(home.resolve("data"), new byte[60]);
        for (String[] entries : new String[][] {
            {"location", "data"}, // four bytes too short
            {"location", "data", "offset", "-4"},
            {"location", "data", "offset", "9223372036854775807"},
            {"location", "data", "offset", "4x"},
            {"location", "data", "length", "60"},
            {"location", "data", "location", "data"},
            {"location", "data", "key", "value"},
            {"location", "none"},
        }) {
            external(entries);
            refuses("external data of constant 'w'");
        }
        Files.write(home.resolve("data"), new byte[64]);
        external("location", "data");
        assertThat(attempt(model())).isNull();
        assertThat(OnnxModel.externalData(model()))
                .containsExactly(home.resolve("data").toRealPath());
    }

    @Test
    void absurdSizesAreRefused() throws IOException {
        for (long[] dims : new long[][] {{1L << 40}, {-1}, {Long.MAX_VALUE, Long.MAX_VALUE}, {1 << 20, 1 << 20}}) {
            TensorProto.Builder tensor = TensorProto.newBuilder().setName("w").setDataType(1);
            IntStream.range(0, dims.length).forEach(i -> tensor.addDims(dims[i]));
            graph.clearInitializer().addInitializer(tensor);
            graph.clearNode().addNode(node("Flatten", "x", "f")).addNode(node("MatMul", "f", "y", "w"));
            refuses("a constant has the shape");
        }
        for (int[] image : new int[][] {{1, 1, 1 << 30, 1 << 30}, {1, 1 << 24, 1, 1}, {1, 3, 4000, 4000}}) {
            graph.clearInput().clearInitializer().addInput(input(image));
            graph.clearNode().addNode(node("Relu", "x", "r")).addNode(node("Flatten", "r", "y"));
            refuses("not an image of known size");
        }
    }

    @Test
    void absurdWindowsAreRefused() throws IOException {
        for (long pad : new long[] {Integer.MAX_VALUE, 1L << 40, -5}) {
            graph.clearNode()
                    .addNode(node("MaxPool", "x", "p")
                            .addAttribute(ints("kernel_shape", 2, 2))
                            .addAttribute(ints("pads", pad, pad, pad, pad)))
                    .addNode(node("Flatten", "p", "y"));
            refuses("MaxPool");
        }
    }

    /** Each of a hundred nodes asks for 128 MiB in twenty bytes. */
    @Test
    void manyHugeConstantsAreRefused() throws IOException {
        graph.addInitializer(
                TensorProto.newBuilder().setName("n").setDataType(7).addDims(1).addInt64Data(1 << 23));
        graph.addNode(node("ConstantOfShape", "n", "c0"));
        IntStream.range(0, 100).forEach(i -> graph.addNode(node("Add", "c" + i, "c" + (i + 1), "c0")));
        graph.addNode(node("Flatten", "x", "f")).addNode(node("Add", "f", "y", "c100"));
        refuses("all constants together have more than 2^24 values");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        for (byte[] content : new byte[][] {
            {},
            "<html>not found</html>".getBytes(StandardCharsets.UTF_8),
            new byte[1000],
            {8, 7, 0x3a, (byte) 0xff, 0x7f}
        }) {
            Path file = Files.write(home.resolve("model.onnx"), content);
            assertThat(attempt(file))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("ONNX model");
        }
    }

    private void external(String... entries) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(16)
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (int i = 0; i < entries.length; i += 2) {
            tensor.addExternalData(
                    StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
        }
        graph.clearInitializer().addInitializer(tensor);
        graph.clearNode().addNode(node("Flatten", "x", "f")).addNode(node("MatMul", "f", "y", "w"));
    }

    private void refuses(String words) throws IOException {
        assertThat(attempt(model())).isInstanceOf(InvalidSettingException.class).hasMessageContaining(words);
    }

    private Path model() throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        return Files.write(home.resolve("model.onnx"), model.toByteArray());
    }

    /** What reading ends with, if it ends in time and memory; null if all is well. */
    private static Throwable attempt(Path file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> OnnxModel.read(file, REQUEST));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(LITTLE);
        return thrown;
    }

    private static NodeProto.Builder node(String type, String input, String output, String... more) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(type).addInput(input).addOutput(output);
        for (String other : more) {
            node.addInput(other);
        }
        return node;
    }

    private static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static ValueInfoProto input(int... extents) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int extent : extents) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(extent));
        }
        return ValueInfoProto.newBuilder()
                .setName("x")
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)))
                .build();
    }
}
