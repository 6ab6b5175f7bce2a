/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** All that is AMD's: devices, dialect of the generated C++, tools, and what they say. */
package io.github.mnisthls.amd;
