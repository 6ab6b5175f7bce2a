/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.BitSet;

/**
 * What one process does in each trip of its loop, for one image.
 *
 * @param reads  trips that read a word
 * @param writes trips that write a word
 */
record Trace(int trips, BitSet reads, BitSet writes) {
    static Trace of(DataflowProcess process, LayerShape shape) {
        return switch (process.kind()) {
            case READ_PIXELS,
                    POOL_TILES,
                    POOL_WINDOWS,
                    MATRIX_VECTOR,
                    PACK_LANES,
                    UNPACK_LANES,
                    ORDER_LOGITS,
                    WRITE_LOGITS -> ofRegular(process, shape);
            case BUFFERED_WINDOW -> ofBuffer(BufferSchedule.of(shape, process.outLanes()));
            case SLIDING_WINDOW -> ofWindow(WindowSchedule.of(shape, process.inLanes(), process.outLanes()));
        };
    }

    private static Trace ofRegular(DataflowProcess process, LayerShape shape) {
        int trips = Math.toIntExact(process.cycles());
        Trace trace = new Trace(trips, new BitSet(trips), new BitSet(trips));
        switch (process.kind()) {
            case PACK_LANES -> trace.everyTrip(1, process.outLanes() / process.inLanes());
            case UNPACK_LANES -> trace.everyTrip(process.inLanes() / process.outLanes(), 1);
            case MATRIX_VECTOR ->
                trace.matrixVector(shape.fanIn() / process.inLanes(), shape.outputs() / process.outLanes());
            case POOL_TILES -> trace.tiles(shape, shape.layer().input().channels() / process.inLanes());
            case POOL_WINDOWS ->
                trace.windows(shape.fanIn(), shape.layer().input().channels() / process.inLanes());
            case ORDER_LOGITS -> trace.keepThenSend(process.inLanes());
            case WRITE_LOGITS -> {
                trace.everyTrip(process.inLanes(), 1);
                trace.reads.clear(trips - 1);
            }
            case READ_PIXELS, SLIDING_WINDOW, BUFFERED_WINDOW -> trace.everyTrip(1, 1);
        }
        return trace;
    }

    private void everyTrip(int readPeriod, int writePeriod) {
        for (int trip = 0; trip < trips; trip++) {
            reads.set(trip, trip % readPeriod == 0);
            writes.set(trip, trip % writePeriod == writePeriod - 1);
        }
    }

    private void keepThenSend(int readPeriod) {
        int kept = trips / 2;
        for (int trip = 0; trip < kept; trip++) {
            reads.set(trip, trip % readPeriod == 0);
        }
        writes.set(kept, trips);
    }

    private void matrixVector(int inputFolds, int outputFolds) {
        for (int trip = 0; trip < trips; trip++) {
            reads.set(trip, trip % (inputFolds * outputFolds) < inputFolds);
            writes.set(trip, trip % inputFolds == inputFolds - 1);
        }
    }

    private void windows(int area, int pixelWords) {
        for (int trip = 0; trip < trips; trip++) {
            reads.set(trip);
            writes.set(trip, trip / pixelWords % area == area - 1);
        }
    }

    private void tiles(LayerShape shape, int pixelWords) {
        int width = shape.layer().input().width();
        int columns = WindowSchedule.paddedColumns(width, pixelWords);
        int tileHeight = shape.window().orElseThrow().kernelHeight();
        int tileWidth = shape.window().orElseThrow().kernelWidth();
        for (int trip = 0; trip < trips; trip++) {
            int row = trip / pixelWords / columns;
            int column = trip / pixelWords % columns;
            reads.set(trip, column < width);
            writes.set(
                    trip, column < width && row % tileHeight == tileHeight - 1 && column % tileWidth == tileWidth - 1);
        }
    }

    private static Trace ofBuffer(BufferSchedule schedule) {
        int trips = Math.toIntExact(schedule.cycles());
        Trace trace = new Trace(trips, new BitSet(trips), new BitSet(trips));
        int trip = 0;
        for (int phase = 0; phase < schedule.phases(); phase++) {
            trace.reads.set(trip, trip + schedule.reads(phase));
            trace.writes.set(trip, trip + schedule.writes(phase));
            trip += Math.max(schedule.reads(phase), schedule.writes(phase));
        }
        return trace;
    }

    private static Trace ofWindow(WindowSchedule schedule) {
        int trips = Math.toIntExact(schedule.cycles());
        Trace trace = new Trace(trips, new BitSet(trips), new BitSet(trips));
        int trip = 0;
        boolean sending = false;
        for (int row = 0; row < schedule.rows(); row++) {
            for (int column = 0; column < schedule.columns(); column++) {
                int slot = sending ? schedule.windowSlot() : schedule.pixelWords();
                if (!schedule.isPadding(row, column)) {
                    trace.reads.set(trip, trip + schedule.pixelWords());
                }
                if (sending) {
                    trace.writes.set(trip, trip + schedule.windowWords());
                }
                trip += slot;
                sending = schedule.completes(row, column);
            }
        }
        if (sending) {
            trace.writes.set(trip, trip + schedule.windowWords());
        }
        return trace;
    }
}
