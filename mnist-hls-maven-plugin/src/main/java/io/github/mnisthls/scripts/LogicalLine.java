/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

/**
 * A statement of Python, or the head of a block.
 *
 * @param first  number of its first line, from 0
 * @param last   number of its last line
 * @param indent columns before it
 * @param parent number of the logical line whose block it is in; -1 at the outermost level
 * @param code   on one line, without comments, and with nothing in its strings
 */
record LogicalLine(int first, int last, int indent, int parent, String code) {}
