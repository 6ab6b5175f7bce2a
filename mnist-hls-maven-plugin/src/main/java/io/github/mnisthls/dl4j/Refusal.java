/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.settings.InvalidSettingException;

/** The words by which a part of a DL4J network is refused; who asked for the part adds where it is. */
final class Refusal {
    private Refusal() {}

    static InvalidSettingException unsupported(String property, Object seen, String supported) {
        return new InvalidSettingException(property, seen, "this is not supported", "Supported: " + supported + ".");
    }

    static void requireInputs(long wanted, int given) {
        if (wanted != given) {
            throw unsupported("number of inputs", wanted, given + " here, for the images of the data set");
        }
    }
}
