/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.network.PixelScaling;
import java.util.ArrayList;
import java.util.List;

/** How trainings scale pixels. */
public final class UsualScalings {
    private static final int COLORS = 3;

    private UsualScalings() {}

    /**
     * One of them.
     *
     * @param mean  as the POM spells it
     * @param scale alike
     */
    public record Scaling(String mean, String scale, PixelScaling pixels) {}

    /** The more usual ones first. */
    public static List<Scaling> of(int channels) {
        List<Scaling> usual = new ArrayList<>(List.of(
                scaling("0", "1", 0, 1),
                scaling("0.1307", "1/0.3081", 0.1307, 1 / 0.3081),
                scaling("0.5", "2", 0.5, 2),
                scaling("0", "255", 0, 255),
                scaling("0.2860", "1/0.3530", 0.2860, 1 / 0.3530),
                scaling("1", "-1", 1, -1),
                scaling("1", "-255", 1, -255)));
        if (channels == COLORS) {
            usual.add(new Scaling(
                    "0.485,0.456,0.406",
                    "1/0.229,1/0.224,1/0.225",
                    new PixelScaling(List.of(0.485, 0.456, 0.406), List.of(1 / 0.229, 1 / 0.224, 1 / 0.225))));
        }
        return List.copyOf(usual);
    }

    private static Scaling scaling(String meanText, String scaleText, double mean, double scale) {
        return new Scaling(meanText, scaleText, new PixelScaling(List.of(mean), List.of(scale)));
    }
}
