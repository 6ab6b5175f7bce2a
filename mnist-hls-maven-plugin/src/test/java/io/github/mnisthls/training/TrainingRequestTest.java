/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is told to mend a training does. */
class TrainingRequestTest {
    private static final Shape SHAPE = new Shape(1, 1, 4);

    private static TrainingRequest request(int images, int validation) {
        return new TrainingRequest(
                new Architecture("small", SHAPE, List.of(new Dense("dense", 2))),
                LabeledImages.of(SHAPE, new byte[images * SHAPE.size()], new byte[images]),
                new TrainingSettings(
                        1,
                        64,
                        1,
                        0.008,
                        0.01,
                        OptionalDouble.empty(),
                        0,
                        Augmentation.DEFAULT,
                        validation,
                        400,
                        0,
                        1024,
                        1),
                Path.of("none"));
    }

    @Test
    void tooFewImagesAreNamedAsSuch() {
        for (int images = 1; images < 3; images++) {
            int count = images;
            assertThatThrownBy(() -> request(count, 1))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageStartingWith("<dataset> (-Dmnist-hls.dataset) is '" + count + " training images': ")
                    .hasMessageContaining("a training needs 3 at least");
        }
    }

    @Test
    void theNumberThatIsToldIsTaken() {
        for (int images : new int[] {3, 5, 9, 10, 100}) {
            assertThatThrownBy(() -> request(images, images))
                    .hasMessageContaining("Set it to " + Math.max(1, images / 10) + ".");
            assertThatCode(() -> request(images, Math.max(1, images / 10))).doesNotThrowAnyException();
        }
    }
}
