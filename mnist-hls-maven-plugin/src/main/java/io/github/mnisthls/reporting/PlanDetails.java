/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.hardware.Dataflow;
import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.hardware.StreamPlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where a plan's resources go, and when they are at work.
 *
 * @param layers    in the network's order
 * @param fifos     between the processes, in their order
 * @param processes in the order of the data
 * @param ends      cycles in which the first two images leave, when one follows the other
 * @param port      that images come in by
 */
public record PlanDetails(
        List<Share> layers, List<Fifo> fifos, List<Worker> processes, List<Long> ends, ImagePort port) {
    public PlanDetails {
        layers = List.copyOf(layers);
        fifos = List.copyOf(fifos);
        processes = List.copyOf(processes);
        ends = List.copyOf(ends);
    }

    /** What a process does during the first two images. */
    public record Worker(String name, Dataflow.Activity activity) {}

    /**
     * Where images come in.
     *
     * @param pixelsPerBeat bytes that come in at the same time
     * @param beats         of an image
     */
    public record ImagePort(int pixelsPerBeat, long beats) {}

    /** Estimated resources of one layer, without the FIFOs around it. */
    public record Share(String layer, Resources resources) {}

    /**
     * A FIFO.
     *
     * @param writer   process that writes it
     * @param reader   process that reads it
     * @param depth    words
     * @param most     words that it holds
     * @param wordBits of a word
     */
    public record Fifo(String name, String writer, String reader, int depth, int most, int wordBits) {}

    /** Of this plan. */
    public static PlanDetails of(HardwarePlan plan) {
        List<DataflowProcess> processes = plan.processes();
        return new PlanDetails(
                plan.layers().stream().map(PlanDetails::share).toList(),
                IntStream.range(0, plan.streams().size())
                        .mapToObj(i -> fifo(
                                plan.streams().get(i),
                                processes,
                                plan.dataflow().fills().get(i)))
                        .toList(),
                IntStream.range(0, processes.size())
                        .mapToObj(i -> new Worker(
                                processes.get(i).name(),
                                plan.dataflow().processes().get(i)))
                        .toList(),
                plan.dataflow().ends(),
                new ImagePort(plan.pixelsPerBeat(), processes.get(0).trips()));
    }

    private static Share share(LayerPlan layer) {
        return new Share(layer.name(), layer.estimate());
    }

    private static Fifo fifo(StreamPlan stream, List<DataflowProcess> processes, int most) {
        return new Fifo(
                stream.name(),
                processes.get(stream.writer()).name(),
                processes.get(stream.reader()).name(),
                stream.depth(),
                most,
                stream.wordBits());
    }

    /** How long is looked at. */
    long cycles() {
        return ends.get(ends.size() - 1);
    }

    long computing(Worker process) {
        return cycles() - process.activity().waiting() - process.activity().blocked();
    }

    Table resources() {
        Table.Builder table =
                Table.builder("Resources by layer, estimated", "layer", "#LUT", "#FF", "#DSP", "#BRAM18", "#URAM");
        for (Share share : layers) {
            Resources used = share.resources();
            table.row(
                    share.layer(),
                    Figures.count(used.lut()),
                    Figures.count(used.ff()),
                    Figures.count(used.dsp()),
                    Figures.count(used.bram18()),
                    Figures.count(used.uram()));
        }
        return table.build();
    }

    Table buffers() {
        Table.Builder table = Table.builder(
                "FIFOs between the processes",
                "FIFO",
                "from",
                "to",
                "#words",
                "#largest fill",
                "#bits per word",
                "#bits");
        for (Fifo fifo : fifos) {
            table.row(
                    fifo.name(),
                    fifo.writer(),
                    fifo.reader(),
                    Figures.count(fifo.depth()),
                    Figures.count(fifo.most()),
                    String.format(Locale.ROOT, "%d", fifo.wordBits()),
                    Figures.count((long) fifo.depth() * fifo.wordBits()));
        }
        return table.build();
    }
}
