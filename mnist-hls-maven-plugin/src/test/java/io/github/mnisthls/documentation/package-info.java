/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What the documentation says, held against what the plugin does. */
package io.github.mnisthls.documentation;
