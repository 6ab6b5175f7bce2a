/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.InputScaling;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** What a loaded network sees of a pixel: as its file tells, or as the POM says where the file tells nothing. */
final class SeenPixels {
    /** People write {@code 3.2457} for {@code 1/0.3081}. */
    private static final double ROUNDING = 1e-3;

    private SeenPixels() {}

    /**
     * The scaling that counts.
     *
     * @param set by the POM; 0 to 1 if it sets none
     * @throws InvalidSettingException if the POM says another than the file, or if the file leaves it open
     */
    static PixelScaling of(Path model, LoadedModel loaded, PixelScaling set) {
        PixelScaling told = loaded.network().architecture().pixels();
        InputScaling computed = loaded.input().scaling();
        if (!computed.isNone()) {
            return ofComputed(model, computed, set);
        }
        if (told.isUnit() || told.equals(set)) {
            return set;
        }
        if (set.isUnit()) {
            return told;
        }
        throw different(set, told);
    }

    private static PixelScaling ofComputed(Path model, InputScaling computed, PixelScaling set) {
        for (PixelScaling possible : List.of(computed.ofUnit(), computed.ofBytes())) {
            if (!set.isUnit() && near(possible.means(), set.means()) && near(possible.scales(), set.scales())) {
                return possible;
            }
        }
        PixelScaling told = computed.pixels()
                .orElseThrow(() -> ModelFile.refused(
                        model,
                        "it multiplies its input by " + computed.scales() + " and adds " + computed.offsets()
                                + ", which fits pixels from 0 to 1 as well as those from 0 to 255",
                        "If it takes 0 to 1, set " + shown(computed.ofUnit()) + ", else " + shown(computed.ofBytes())
                                + "."));
        if (set.isUnit()) {
            return told;
        }
        throw different(set, told);
    }

    private static boolean near(List<Double> some, List<Double> others) {
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            double one = some.get(some.size() == 1 ? 0 : Math.min(i, some.size() - 1));
            double other = others.get(others.size() == 1 ? 0 : Math.min(i, others.size() - 1));
            if (Math.abs(one - other) > ROUNDING * Math.max(Math.abs(one), Math.abs(other))) {
                return false;
            }
        }
        return true;
    }

    private static InvalidSettingException different(PixelScaling set, PixelScaling told) {
        return new InvalidSettingException(
                Settings.INPUT_MEAN,
                set.means() + ", scale " + set.scales(),
                "the model has its own: mean " + told.means() + ", scale " + told.scales(),
                "Leave out <inputMean> and <inputScale>, or set them to the model's own values.");
    }

    private static String shown(PixelScaling pixels) {
        return "<inputMean>" + list(pixels.means()) + "</inputMean> and <inputScale>" + list(pixels.scales())
                + "</inputScale>";
    }

    private static String list(List<Double> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }
}
