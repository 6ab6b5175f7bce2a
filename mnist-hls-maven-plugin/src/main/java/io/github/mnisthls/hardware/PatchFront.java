/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.stream.Stream;

/** What makes patches, each the windows of neighbors, of an image whose pixels may come several at a time. */
final class PatchFront {
    private static final int DEPTH = 3;

    private final LayerSite site;
    private final Window window;

    PatchFront(LayerSite site, Window window) {
        this.site = site;
        this.window = window;
    }

    /** Whether registers hold what so many neighbors need, and a word what they see. */
    boolean isPossible(int windows) {
        PatchSchedule schedule = schedule(channels(), windows);
        return site.layer().output().width() % windows == 0
                && schedule.rowRegisters() <= WindowFront.MAX_REGISTERS
                && schedule.leavingRegisters() <= WindowFront.MAX_REGISTERS
                && schedule.patch() <= Divisors.MAX_LANES;
    }

    /** Whether a patch for one window is this window, without columns that it skips. */
    boolean isWindow() {
        return window.reachWidth() == window.kernelWidth();
    }

    /** Lanes of the words that it takes: whole pixels. */
    int lanes(int inLanes) {
        return Math.max(inLanes, channels());
    }

    /** The processes before it that make words of the width that it takes. */
    List<ProcessDraft> entry(int inLanes) {
        return Resizing.of(site, "", 0, inLanes, lanes(inLanes));
    }

    /** The process that sends patches. */
    ProcessDraft patches(int inLanes, int windows) {
        PatchSchedule schedule = schedule(lanes(inLanes), windows);
        return site.before(
                "_windows",
                KernelCall.of("window_patches.hpp", "WindowPatches", site.struct()),
                schedule.cycles(),
                schedule::trace,
                DEPTH,
                schedule.patch(),
                ResourceModel.patches(schedule, site.layer().inputFormat().width()));
    }

    /** Patches of one window, cut into words. */
    List<ProcessDraft> words(int inLanes, int simd) {
        ProcessDraft patches = patches(inLanes, 1);
        int positions = site.layer().output().height() * site.layer().output().width();
        return Stream.concat(
                        Stream.of(patches),
                        Resizing.ofWindows(site, positions * patches.outLanes(), patches.outLanes(), simd).stream())
                .toList();
    }

    private PatchSchedule schedule(int lanes, int windows) {
        return new PatchSchedule(input(), site.layer().output(), window, input().width() * channels() / lanes, windows);
    }

    private Shape input() {
        return site.layer().input();
    }

    private int channels() {
        return input().channels();
    }
}
