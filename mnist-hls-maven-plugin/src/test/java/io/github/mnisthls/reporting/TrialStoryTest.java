/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said follows from the figures: other figures, other words. */
class TrialStoryTest {
    private static final List<String> LAYERS = List.of("conv1", "norm1", "dense1");

    @Test
    void withoutAGradientNothingIsLearned() {
        String story = story(0.9868, 0.1156, 0);

        assertThat(story)
                .contains("98.70 % of the validation images in float32", "98.68 % if", "11.56 % if", "gives 10.00 %")
                .contains("in all 3 layers its norm was exactly 0 in every step, where float32 had up to 0.3000")
                .contains("moved by 2.00 % of their size (by weight decay alone")
                .contains("that of guessing is 2.303")
                .contains("Rounding itself does no harm here", "(-0.02 points)", "nothing saturates")
                .contains("'dense1', where 0.20 % of the activations become zero")
                .contains("'conv1', where 2,000 different values are left of 375,000")
                .contains("'norm1' has an output of deviation 1.035 in float32")
                .contains("So train in float32");
    }

    @Test
    void aLayerBehindTheLastRoundingLearns() {
        assertThat(story(0.9868, 0.5, 0.2))
                .contains("of 3 layers that could learn, only dense1 got a gradient")
                .doesNotContain("exactly 0 in every step");
    }

    @Test
    void formatsThatAreTooNarrowAreToBlameThemselves() {
        assertThat(story(0.9, 0.1, 0))
                .contains("Rounding itself costs 8.70 points, gradient or not")
                .doesNotContain("does no harm");
    }

    @Test
    void whatLearnsAllTheSameIsNotCalledBroken() {
        assertThat(story(0.987, 0.987, 0.2))
                .contains("did no harm to the accuracy")
                .doesNotContain("So train in float32");
    }

    private static String story(double straight, double blind, double last) {
        return String.join("\n", TrialStory.of(SampleTrials.of(LAYERS, straight, blind, last)));
    }
}
