/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.synthesis;

/** The two spellings of pragma options such as the kind of an {@code ARRAY_PARTITION}. */
public enum PragmaSpelling {
    /** {@code complete}, {@code m_axi}: the only form up to 2020.2, still taken later. */
    BARE,
    /** {@code type=complete}, {@code mode=m_axi}: from 2021.1. */
    KEYED
}
