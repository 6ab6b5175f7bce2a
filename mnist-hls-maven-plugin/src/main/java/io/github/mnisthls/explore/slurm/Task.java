/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.job.Unit;

/** A unit that Slurm has, or is to have. */
final class Task {
    final Unit unit;
    private String id = "";
    private int memoryMiB;
    private int tries;
    private int unseen;

    Task(Unit unit, int memoryMiB) {
        this.unit = unit;
        this.memoryMiB = memoryMiB;
    }

    Unit unit() {
        return unit;
    }

    /** As Slurm calls it, such as {@code 17_3}; empty if it does not have it. */
    String id() {
        return id;
    }

    void submittedAs(String given) {
        id = given;
        unseen = 0;
    }

    int memoryMiB() {
        return memoryMiB;
    }

    /** Whether it has been submitted again as often as is allowed; else it may be once more. */
    boolean isGivenUp(int retries) {
        if (tries >= retries) {
            return true;
        }
        tries++;
        id = "";
        return false;
    }

    void withdraw() {
        id = "";
    }

    void doubleMemory() {
        memoryMiB *= 2;
    }

    /** How often it was looked for in vain, this time included. */
    int lookedForInVain() {
        return ++unseen;
    }

    void seen() {
        unseen = 0;
    }
}
