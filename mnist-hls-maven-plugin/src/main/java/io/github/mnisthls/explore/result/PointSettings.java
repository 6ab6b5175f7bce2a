/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.explore.space.Point;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a point by the names of the POM's elements. */
final class PointSettings {
    private PointSettings() {}

    static Map<String, String> of(Point point) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (point.network().architecture().isPresent()) {
            settings.put("seed", Long.toString(point.seed()));
        }
        settings.put("precision", point.precision());
        settings.put("finetune", point.finetune().label());
        settings.put("part", point.device().name());
        settings.put("clockPeriodNs", number(point.clockPeriodNs()));
        settings.putAll(point.target().values());
        return settings;
    }

    /** As people write it: without a fraction where there is none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
