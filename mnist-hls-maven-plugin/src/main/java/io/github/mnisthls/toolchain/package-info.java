/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What a toolchain does with a generated project and what it says of it, whoever made the tool. */
package io.github.mnisthls.toolchain;
