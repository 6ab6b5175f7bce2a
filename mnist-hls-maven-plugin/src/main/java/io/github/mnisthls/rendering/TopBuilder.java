/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
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
        KernelCalls calls = new KernelCalls(request, structs);
        List<DataflowProcess> processes = plan.processes();
        return new TopModel(
                List.copyOf(new TreeSet<>(processes.stream()
                        .map(process -> "mnist_hls/" + process.call().header())
                        .toList())),
                configFile,
                weightsFile,
                request.names().namespace(),
                signature(request),
                pragmas(),
                plan.streams().stream().map(stream -> channel(stream, calls)).toList(),
                processes.stream().map(calls::text).toList());
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

    private TopModel.Channel channel(StreamPlan stream, KernelCalls calls) {
        String word = "mnist_hls::Lanes<" + calls.valueType(stream.value()) + ", " + stream.lanes() + ">";
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
