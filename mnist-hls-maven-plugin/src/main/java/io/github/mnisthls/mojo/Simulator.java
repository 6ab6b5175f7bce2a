/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** What runs C simulation. */
enum Simulator implements Choice {
    HOST("the C++ compiler"),
    VITIS("the AMD tool");

    private final String remark;

    Simulator(String remark) {
        this.remark = remark;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String remark() {
        return remark;
    }
}
