/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Properties that layers with a window, or with margins, have in common. */
final class WindowProperties {
    private WindowProperties() {}

    static List<Property> pooling() {
        return List.of(
                Property.optional("kernel", "2").orAs("size"),
                Property.optional("stride", Property.AS_KERNEL),
                Property.optional("padding", "0"));
    }

    static Map<String, Object> window(Window window, boolean dilates) {
        Map<String, Object> values = new TreeMap<>();
        values.put("kernel", List.of(window.kernelHeight(), window.kernelWidth()));
        values.put("stride", List.of(window.strideHeight(), window.strideWidth()));
        values.put("padding", sides(window.padding()));
        if (dilates) {
            values.put("dilation", List.of(window.dilationHeight(), window.dilationWidth()));
        }
        return values;
    }

    static List<Integer> sides(Padding padding) {
        return List.of(padding.top(), padding.bottom(), padding.left(), padding.right());
    }

    static Map<String, Object> with(Map<String, Object> values, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }
}
