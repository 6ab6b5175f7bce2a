/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** Training scripts in Python: lines that round while a network learns. */
package io.github.mnisthls.scripts;
