/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.hardware.StreamPlan;
import java.util.List;
import java.util.Locale;

/**
 * Where a plan's resources go.
 *
 * @param layers in the network's order
 * @param fifos  between the processes, in their order
 */
public record PlanDetails(List<Share> layers, List<Fifo> fifos) {
    public PlanDetails {
        layers = List.copyOf(layers);
        fifos = List.copyOf(fifos);
    }

    /** Estimated resources of one layer, without the FIFOs around it. */
    public record Share(String layer, Resources resources) {}

    /**
     * A FIFO.
     *
     * @param writer   process that writes it
     * @param reader   process that reads it
     * @param depth    words
     * @param wordBits of a word
     */
    public record Fifo(String name, String writer, String reader, int depth, int wordBits) {}

    /** Of this plan. */
    public static PlanDetails of(HardwarePlan plan) {
        List<DataflowProcess> processes = plan.processes();
        return new PlanDetails(
                plan.layers().stream().map(PlanDetails::share).toList(),
                plan.streams().stream().map(stream -> fifo(stream, processes)).toList());
    }

    private static Share share(LayerPlan layer) {
        return new Share(layer.name(), layer.estimate());
    }

    private static Fifo fifo(StreamPlan stream, List<DataflowProcess> processes) {
        return new Fifo(
                stream.name(),
                processes.get(stream.writer()).name(),
                processes.get(stream.reader()).name(),
                stream.depth(),
                stream.wordBits());
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
        Table.Builder table =
                Table.builder("FIFOs between the processes", "FIFO", "from", "to", "#words", "#bits a word", "#bits");
        for (Fifo fifo : fifos) {
            table.row(
                    fifo.name(),
                    fifo.writer(),
                    fifo.reader(),
                    Figures.count(fifo.depth()),
                    String.format(Locale.ROOT, "%d", fifo.wordBits()),
                    Figures.count((long) fifo.depth() * fifo.wordBits()));
        }
        return table.build();
    }
}
