/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/** What is wrong with a network or its precision, found by trying what would mend it. */
package io.github.mnisthls.diagnosis;
