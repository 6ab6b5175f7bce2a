/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;

/** What makes windows of an image: from registers, or from memory where they are too large for that. */
final class WindowFront {
    /** Values in the window registers: more cannot be partitioned. */
    static final int MAX_REGISTERS = 1024;

    private static final int SLIDING_DEPTH = 3;
    private static final int BUFFERED_DEPTH = 4;

    private final LayerSite site;
    private final Window window;

    WindowFront(LayerSite site, Window window) {
        this.site = site;
        this.window = window;
    }

    boolean isBuffered() {
        return registers() > MAX_REGISTERS;
    }

    /** Values in a window. */
    int values() {
        return window.area() * channels();
    }

    /** Words of this many lanes that it can send. */
    boolean sends(int simd) {
        return !isBuffered() || buffer(simd).rowWords() >= WindowSchedule.ROW_DISTANCE;
    }

    List<ProcessDraft> processes(int inLanes, int simd) {
        return isBuffered() ? List.of(buffered(simd)) : List.of(sliding(Math.min(inLanes, channels()), simd));
    }

    /** The processes before it that make words of the width that it takes. */
    List<ProcessDraft> entry(int inLanes, int simd) {
        return isBuffered() ? Resizing.of(site, "", 0, inLanes, simd) : Resizing.toPixels(site, inLanes);
    }

    private ProcessDraft sliding(int inLanes, int simd) {
        WindowSchedule schedule =
                new WindowSchedule(input(), site.layer().output(), window, channels() / inLanes, values() / simd);
        return site.before(
                "_windows",
                KernelCall.of("sliding_window.hpp", "SlidingWindow", site.struct()),
                schedule.cycles(),
                schedule::trace,
                SLIDING_DEPTH,
                simd,
                ResourceModel.slidingWindow(schedule, registers(), inLanes, simd, bits()));
    }

    private ProcessDraft buffered(int simd) {
        BufferSchedule schedule = buffer(simd);
        return site.before(
                "_windows",
                KernelCall.of("buffered_window.hpp", "BufferedWindow", site.struct()),
                schedule.cycles(),
                schedule::trace,
                BUFFERED_DEPTH,
                simd,
                ResourceModel.memory(schedule.words(), (long) simd * bits()));
    }

    private BufferSchedule buffer(int simd) {
        return new BufferSchedule(input(), site.layer().output(), window, channels() / simd);
    }

    private int registers() {
        return window.kernelHeight() * window.reachWidth() * channels();
    }

    private Shape input() {
        return site.layer().input();
    }

    private int channels() {
        return input().channels();
    }

    private int bits() {
        return site.layer().inputFormat().width();
    }
}
