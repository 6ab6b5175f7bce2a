/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

/** Where in a file a layer comes from. */
public interface Origin {
    /** What the layer is called, before that is made an identifier. */
    String name();

    /** As a person finds it in the file. */
    String title();

    /** An origin of these texts. */
    static Origin of(String name, String title) {
        return new Origin() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String title() {
                return title;
            }
        };
    }
}
