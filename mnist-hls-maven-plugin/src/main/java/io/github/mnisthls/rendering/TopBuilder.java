/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What {@code top.cpp} says. */
final class TopBuilder {
    private final RenderRequest request;
    private final Dialect dialect;
    private final HardwarePlan plan;
    private final TemplateEngine engine;
    private final List<String> structs;

    /** @param engine with the templates of signature and calls */
    TopBuilder(RenderRequest request, TemplateEngine engine) {
        this.request = request;
        this.engine = engine;
        this.dialect = request.scripts().dialect();
        this.plan = request.plan();
        this.structs = CppNames.structs(request.network(), request.names());
    }

    /** @param addersFile empty for none */
    TopModel build(String configFile, String weightsFile, String addersFile) {
        KernelCalls calls = new KernelCalls(request, structs);
        List<DataflowProcess> processes = plan.processes();
        return new TopModel(
                List.copyOf(new TreeSet<>(processes.stream()
                        .flatMap(process -> process.call().headers())
                        .map(header -> "mnist_hls/" + header)
                        .toList())),
                configFile,
                weightsFile,
                addersFile,
                request.names().namespace(),
                TopFunctionModel.of(request).declaration(engine),
                pragmas(),
                plan.streams().stream().map(stream -> channel(stream, calls)).toList(),
                processes.stream().map(calls::model).map(this::text).toList());
    }

    private String text(KernelCallModel call) {
        return engine.render("kernel_call.cpp.vm", "call", call).strip();
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
                plan.pixelsPerBeat(),
                request.network().classes()));
        if (plan.pixelsPerBeat() > 1) {
            pragmas.add(dialect.manyPorts(KernelCalls.PIXEL_TABLE));
        }
        for (int i = 0; i < structs.size(); i++) {
            String table = "k" + structs.get(i) + "Weights";
            dialect.weights(table, plan.layers().get(i).weightStorage()).ifPresent(pragmas::add);
        }
        pragmas.add(dialect.sideBySide());
        return pragmas;
    }
}
