/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.Choice;

/** What export makes; each toolchain has an enum of its own. */
public interface ExportFormat extends Choice {
    /** The file's extension, which is its Maven type too. */
    String extension();

    /** The classifier of the attached artifact. */
    String classifier();
}
