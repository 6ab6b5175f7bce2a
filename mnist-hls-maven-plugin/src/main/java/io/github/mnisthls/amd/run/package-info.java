/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Running the steps of an AMD HLS tool, and judging what came out.
 *
 * <p>Nothing here takes a tool's word alone: a step has succeeded when the exit status is 0, the promised last words were
 * printed, and the promised files are there, are new, and can be read.
 */
package io.github.mnisthls.amd.run;
