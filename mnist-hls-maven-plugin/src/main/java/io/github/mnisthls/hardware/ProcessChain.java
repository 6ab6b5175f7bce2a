/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The dataflow processes that a network and its foldings need. */
final class ProcessChain {
    /** Pixels and logits travel one at a time. */
    static final int PORT_LANES = 1;

    private ProcessChain() {}

    static List<DataflowProcess> of(QuantizedNetwork network, List<Folding> foldings) {
        List<DataflowProcess> chain = new ArrayList<>();
        chain.add(start(network));
        int lanes = PORT_LANES;
        for (int i = 0; i < foldings.size(); i++) {
            LayerShape shape = LayerShape.of(network.layers().get(i));
            chain.addAll(ofLayer(shape, i, foldings.get(i), lanes));
            lanes = outLanes(shape, foldings.get(i), lanes);
        }
        chain.addAll(end(network, lanes));
        return chain;
    }

    /** What comes before the first layer. */
    static DataflowProcess start(QuantizedNetwork network) {
        long pixels = network.input().shape().size();
        return new DataflowProcess(
                ProcessKind.READ_PIXELS,
                "pixels",
                -1,
                PORT_LANES,
                PORT_LANES,
                pixels,
                ProcessKind.READ_PIXELS.pipelineDepth(1));
    }

    /** What follows the last layer. */
    static List<DataflowProcess> end(QuantizedNetwork network, int inLanes) {
        List<DataflowProcess> chain = new ArrayList<>();
        int lanes = inLanes;
        Shape logits = network.last().output();
        if (logits.channels() > 1 && logits.channels() < logits.size()) {
            chain.add(new DataflowProcess(
                    ProcessKind.ORDER_LOGITS,
                    "ordered_logits",
                    -1,
                    lanes,
                    PORT_LANES,
                    2L * logits.size(),
                    ProcessKind.ORDER_LOGITS.pipelineDepth(1)));
            lanes = PORT_LANES;
        }
        chain.add(new DataflowProcess(
                ProcessKind.WRITE_LOGITS,
                "logits",
                -1,
                lanes,
                PORT_LANES,
                network.classes() + 1L,
                ProcessKind.WRITE_LOGITS.pipelineDepth(1)));
        return chain;
    }

    /** Lanes of the words that a layer sends. */
    static int outLanes(LayerShape shape, Folding folding, int inLanes) {
        return shape.isTiled() ? inLanes : folding.pe();
    }

    static List<DataflowProcess> ofLayer(LayerShape shape, int layer, Folding folding, int inLanes) {
        if (shape.isTiled()) {
            return List.of(
                    process(ProcessKind.POOL_TILES, shape, layer, inLanes, inLanes, tileCycles(shape, inLanes), 2));
        }
        List<DataflowProcess> chain = new ArrayList<>();
        if (shape.kind() == LayerKind.DENSE) {
            resize(chain, shape, layer, inLanes, folding.simd());
        } else if (shape.isBuffered()) {
            resize(chain, shape, layer, inLanes, folding.simd());
            long cycles = BufferSchedule.of(shape, folding.simd()).cycles();
            chain.add(process(ProcessKind.BUFFERED_WINDOW, shape, layer, folding.simd(), folding.simd(), cycles, 1));
        } else {
            long cycles = WindowSchedule.of(shape, inLanes, folding.simd()).cycles();
            chain.add(process(ProcessKind.SLIDING_WINDOW, shape, layer, inLanes, folding.simd(), cycles, 1));
        }
        if (shape.affine().isPresent()) {
            long cycles =
                    (long) shape.positions() * (shape.fanIn() / folding.simd()) * (shape.outputs() / folding.pe());
            chain.add(process(
                    ProcessKind.MATRIX_VECTOR, shape, layer, folding.simd(), folding.pe(), cycles, folding.simd()));
        } else {
            long cycles = (long) shape.positions() * shape.windowValues() / folding.simd();
            chain.add(process(ProcessKind.POOL_WINDOWS, shape, layer, folding.simd(), folding.pe(), cycles, 2));
        }
        return chain;
    }

    private static long tileCycles(LayerShape shape, int lanes) {
        Shape input = shape.layer().input();
        int pixelWords = input.channels() / lanes;
        return (long) input.height() * WindowSchedule.paddedColumns(input.width(), pixelWords) * pixelWords;
    }

    private static void resize(List<DataflowProcess> chain, LayerShape shape, int layer, int from, int to) {
        long values = shape.layer().input().size();
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        if (common < from) {
            chain.add(process(ProcessKind.UNPACK_LANES, shape, layer, from, common, values / common, 1));
        }
        if (common < to) {
            chain.add(process(ProcessKind.PACK_LANES, shape, layer, common, to, values / common, 1));
        }
    }

    private static DataflowProcess process(
            ProcessKind kind, LayerShape shape, int layer, int inLanes, int outLanes, long cycles, int terms) {
        String name = shape.layer().name() + suffix(kind);
        return new DataflowProcess(kind, name, layer, inLanes, outLanes, cycles, kind.pipelineDepth(terms));
    }

    /** Of the stream that the process fills. */
    private static String suffix(ProcessKind kind) {
        return switch (kind) {
            case SLIDING_WINDOW, BUFFERED_WINDOW -> "_windows";
            case UNPACK_LANES -> "_values";
            case PACK_LANES -> "_inputs";
            case MATRIX_VECTOR, POOL_TILES, POOL_WINDOWS -> "_out";
            case READ_PIXELS, ORDER_LOGITS, WRITE_LOGITS -> "";
        };
    }
}
