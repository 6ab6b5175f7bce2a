/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerKind;
import io.github.mnisthls.hardware.StreamPlan;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What {@code top.cpp} says. */
final class TopBuilder {
    private final RenderRequest request;
    private final Dialect dialect;
    private final HardwarePlan plan;
    private final List<String> structs;

    TopBuilder(RenderRequest request) {
        this.request = request;
        this.dialect = request.scripts().dialect();
        this.plan = request.plan();
        this.structs = CppNames.structs(request.network());
    }

    TopModel build(String configFile, String weightsFile) {
        List<String> calls = new ArrayList<>();
        List<DataflowProcess> processes = plan.processes();
        for (int i = 0; i < processes.size(); i++) {
            String in = i == 0 ? inputPort() : plan.streams().get(i - 1).name();
            String out = i == plan.streams().size()
                    ? outputPort()
                    : plan.streams().get(i).name();
            calls.add(call(processes.get(i), i, in, out));
        }
        return new TopModel(
                List.copyOf(
                        new TreeSet<>(processes.stream().map(TopBuilder::header).toList())),
                configFile,
                weightsFile,
                request.names().namespace(),
                signature(request),
                pragmas(),
                plan.streams().stream().map(this::channel).toList(),
                calls);
    }

    /** The top function's declaration. */
    static String signature(RenderRequest request) {
        String scope = request.names().namespace() + "::";
        Shape shape = request.network().input().shape();
        String ports =
                switch (request.interfaceKind()) {
                    case AXIS ->
                        "hls::stream<" + scope + "PixelBeat>& pixels_in, hls::stream<" + scope
                                + "LogitBeat>& logits_out";
                    case M_AXI ->
                        "const ap_uint<8>* pixels_in, " + scope + "Network::Logit* logits_out, " + scope
                                + "Network::Class& class_out";
                    case ARRAY ->
                        "const ap_uint<8> pixels_in[" + shape.height() + "]["
                                + shape.width() * shape.channels() + "], " + scope + "Network::Logit logits_out["
                                + request.network().classes() + "]";
                };
        return "void " + request.names().top() + "(" + ports + ")";
    }

    private static String inputPort() {
        return "pixels_in";
    }

    private String outputPort() {
        return request.interfaceKind() == InterfaceKind.M_AXI ? "logits_out, class_out" : "logits_out";
    }

    private static String header(DataflowProcess process) {
        return switch (process.kind()) {
            case READ_PIXELS, PACK_LANES, UNPACK_LANES, ORDER_LOGITS, WRITE_LOGITS -> "mnist_hls/streams.hpp";
            case SLIDING_WINDOW -> "mnist_hls/sliding_window.hpp";
            case BUFFERED_WINDOW -> "mnist_hls/buffered_window.hpp";
            case MATRIX_VECTOR -> "mnist_hls/matrix_vector.hpp";
            case POOL_TILES, POOL_WINDOWS -> "mnist_hls/pool.hpp";
        };
    }

    private String call(DataflowProcess process, int index, String in, String out) {
        String arguments = "(" + in + ", " + out;
        String function =
                switch (process.kind()) {
                    case READ_PIXELS -> readFunction() + "<Network>" + arguments + ", kInputByPixel";
                    case ORDER_LOGITS -> "OrderLogits<Network, " + process.inLanes() + ">" + arguments;
                    case WRITE_LOGITS -> writeFunction() + "<Network, " + process.inLanes() + ">" + arguments;
                    case PACK_LANES -> "PackLanes<" + resize(process, index) + ">" + arguments;
                    case UNPACK_LANES -> "UnpackLanes<" + resize(process, index) + ">" + arguments;
                    case BUFFERED_WINDOW -> "BufferedWindow<" + struct(process) + ">" + arguments;
                    case SLIDING_WINDOW -> "SlidingWindow<" + struct(process) + ">" + arguments;
                    case MATRIX_VECTOR ->
                        "MatrixVector<" + struct(process) + ">" + arguments + ", k" + struct(process) + "Weights, k"
                                + struct(process) + "Bias";
                    case POOL_TILES ->
                        "PoolTiles<" + struct(process) + ", mnist_hls::" + reduction(process) + ">" + arguments;
                    case POOL_WINDOWS ->
                        "PoolWindows<" + struct(process) + ", mnist_hls::" + reduction(process) + ">" + arguments;
                };
        return "mnist_hls::" + function + ")";
    }

    private String readFunction() {
        return switch (request.interfaceKind()) {
            case AXIS -> "ReadPixelStream";
            case M_AXI -> "ReadPixelMemory";
            case ARRAY -> "ReadPixelArray";
        };
    }

    private String writeFunction() {
        return switch (request.interfaceKind()) {
            case AXIS -> "WriteLogitStream";
            case M_AXI -> "WriteLogitMemory";
            case ARRAY -> "WriteLogitArray";
        };
    }

    private String resize(DataflowProcess process, int index) {
        StreamPlan from = plan.streams().get(index - 1);
        int values = request.network().layers().get(process.layer()).input().size();
        return valueType(from) + ", " + values + ", " + process.inLanes() + ", " + process.outLanes();
    }

    private String reduction(DataflowProcess process) {
        boolean isMax = plan.layers().get(process.layer()).kind() == LayerKind.MAX_POOL;
        return (isMax ? "Largest<" : "Mean<") + struct(process) + ">";
    }

    private String struct(DataflowProcess process) {
        return structs.get(process.layer());
    }

    private String valueType(StreamPlan stream) {
        return stream.layer() == structs.size() ? "Network::Logit" : structs.get(stream.layer()) + "::Input";
    }

    private TopModel.Channel channel(StreamPlan stream) {
        String word = "mnist_hls::Lanes<" + valueType(stream) + ", " + stream.lanes() + ">";
        return new TopModel.Channel(
                word, stream.name(), dialect.namesStreams(), dialect.stream(stream.name(), stream.depth()));
    }

    /** Of the ports, of the memories, and the one that makes the calls run side by side. */
    private List<String> pragmas() {
        List<String> pragmas = new ArrayList<>(dialect.ports(
                request.interfaceKind(),
                request.control(),
                request.network().input().shape().size(),
                request.network().classes()));
        for (int i = 0; i < structs.size(); i++) {
            String table = "k" + structs.get(i) + "Weights";
            dialect.weights(table, plan.layers().get(i).weightStorage()).ifPresent(pragmas::add);
        }
        pragmas.add(dialect.sideBySide());
        return pragmas;
    }
}
