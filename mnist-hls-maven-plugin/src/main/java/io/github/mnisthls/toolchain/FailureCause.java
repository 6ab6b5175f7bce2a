/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

/** Why a step did not give what it promised. */
public enum FailureCause {
    TOOL_MISSING,
    LICENSE,
    PART_NOT_INSTALLED,
    COMPILE_ERROR,
    TOP_NOT_FOUND,
    VECTORS_MISSING,
    CSIM_MISMATCH,
    TESTBENCH_CRASHED,
    STREAM_EMPTY,
    COSIM_FAILED,
    COSIM_DEADLOCK,
    UNROLL_STOPPED,
    TIMING_NOT_MET,
    II_VIOLATED,
    TOO_LARGE,
    OUT_OF_MEMORY,
    EXPORT_DATE_OVERFLOW,
    SETTINGS_SCRIPT,
    TIMED_OUT,
    KILLED_BY_SIGNAL,
    EXIT_STATUS,
    ERRORS_IN_LOG,
    SENTINEL_MISSING,
    ARTIFACT_MISSING,
    ARTIFACT_STALE,
    ARTIFACT_UNREADABLE,
    NOT_SYNTHESIZED,
    TEST_DOUBLE
}
