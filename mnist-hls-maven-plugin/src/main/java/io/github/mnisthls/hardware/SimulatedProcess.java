/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Arrays;
import java.util.List;

/** A process of a run. */
final class SimulatedProcess {
    private final ProcessScript script;
    private final SimulatedStream[] inputs;
    private final SimulatedStream[] outputs;
    private final long[] ended;
    private final Standstills standstills;
    private int image;
    private int place;
    private int step = -1;
    private long cycle;

    /**
     * A process that has yet to run.
     *
     * @param standstills are told when it waits or is blocked
     */
    SimulatedProcess(
            ProcessScript script,
            SimulatedStream[] inputs,
            SimulatedStream[] outputs,
            int images,
            Standstills standstills) {
        this.script = script;
        this.inputs = inputs;
        this.outputs = outputs;
        this.ended = new long[images];
        this.standstills = standstills;
    }

    boolean hasEnded() {
        return image == ended.length;
    }

    /** Cycles in which the images end. */
    List<Long> ends() {
        return Arrays.stream(ended).boxed().toList();
    }

    /** Goes on as far as is known; whether it got anywhere. */
    boolean advance() {
        boolean moved = false;
        while (!hasEnded()) {
            if (place == script.places()) {
                endImage();
            } else if (isReady()) {
                take();
            } else {
                return moved;
            }
            moved = true;
        }
        return moved;
    }

    /** What it waits for: a word or room. */
    String lacks(List<String> in, List<String> out) {
        for (int i = 0; i < inputs.length; i++) {
            if (reads(i) && !inputs[i].hasWord()) {
                return "a word of " + in.get(i);
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            if (writes(i) && !outputs[i].hasRoom()) {
                return "room in " + out.get(i);
            }
        }
        return "nothing";
    }

    private boolean isReady() {
        for (int i = 0; i < inputs.length; i++) {
            if (reads(i) && !inputs[i].hasWord()) {
                return false;
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            if (writes(i) && !outputs[i].hasRoom()) {
                return false;
            }
        }
        return true;
    }

    private void take() {
        long due = cycle + script.step(place) - step;
        long ready = due;
        for (int i = 0; i < inputs.length; i++) {
            ready = reads(i) ? Math.max(ready, inputs[i].wordFrom()) : ready;
        }
        long now = ready;
        for (int i = 0; i < outputs.length; i++) {
            now = writes(i) ? Math.max(now, outputs[i].roomFrom()) : now;
        }
        standstills.waits(due, ready);
        standstills.isBlocked(ready, now);
        for (int i = 0; i < inputs.length; i++) {
            if (reads(i)) {
                inputs[i].read(now);
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            if (writes(i)) {
                outputs[i].write(now);
            }
        }
        cycle = now;
        step = script.step(place);
        place++;
    }

    private void endImage() {
        cycle += script.length() - 1 - step;
        ended[image] = cycle;
        image++;
        place = 0;
        step = -1;
    }

    private boolean reads(int input) {
        return script.reads(place, input);
    }

    private boolean writes(int output) {
        return script.writes(place, output);
    }
}
