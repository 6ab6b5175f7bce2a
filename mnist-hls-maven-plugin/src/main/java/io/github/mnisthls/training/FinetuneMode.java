/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** Whether a network is trained on with rounding before it is quantized. */
public enum FinetuneMode implements Choice {
    /** Where the precision has formats of fewer bits than rounding afterwards takes well. */
    AUTO,
    ON,
    OFF;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
