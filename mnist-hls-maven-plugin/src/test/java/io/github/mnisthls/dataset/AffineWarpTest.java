/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffineWarpTest {
    private static final Shape SHAPE = new Shape(2, 9, 11);

    @Test
    void noWarpChangesNothing() {
        byte[] image = dot(1, 4, 5);
        float[] target = new float[SHAPE.size()];

        AffineWarp.random(SHAPE, Augmentation.NONE, new SeededRandom(1)).apply(image, target, 0, 1);

        for (int i = 0; i < target.length; i++) {
            assertThat(target[i]).isEqualTo((image[i] & 0xff) / 255f);
        }
    }

    @Test
    void shiftsMoveTheImageByNoMoreThanAsked() {
        float farthest = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] target = warped(dot(0, 4, 5), new Augmentation(2, 0, 0, 0), seed);
            float row = moment(target, true) - 4;
            float column = moment(target, false) - 5;
            assertThat(row).isBetween(-2.01f, 2.01f);
            assertThat(column).isBetween(-2.01f, 2.01f);
            farthest = Math.max(farthest, Math.abs(row));
            // Bilinear interpolation keeps the sum of what stays inside.
            assertThat(sum(target)).isCloseTo(1, within(1e-3f));
        }
        assertThat(farthest).isGreaterThan(1.8f);
    }

    @Test
    void rotationAndScaleLeaveTheCenterInPlace() {
        for (int seed = 0; seed < 50; seed++) {
            float[] target = warped(dot(0, 4, 5), new Augmentation(0, 30, 0.3, 0.2), seed);

            assertThat(target[4 * 11 + 5]).isCloseTo(1, within(1e-3f));
        }
    }

    @Test
    void rotationTurnsAboutTheCenter() {
        float steepest = 0;
        for (int seed = 0; seed < 50; seed++) {
            float[] target = warped(dot(0, 4, 8), new Augmentation(0, 45, 0, 0), seed);
            float row = moment(target, true) - 4;
            assertThat(Math.hypot(row, moment(target, false) - 5)).isCloseTo(3, within(0.25));
            steepest = Math.max(steepest, Math.abs(row));
        }
        assertThat(steepest).isGreaterThan(1.8f);
    }

    @Test
    void channelsMoveTogetherAndApart() {
        float[] target = warped(dot(1, 4, 5), new Augmentation(1, 10, 0.1, 0.1), 9);

        assertThat(sum(target)).isZero();
    }

    @Test
    void theSameNumbersGiveTheSameImage() {
        assertThat(warped(dot(0, 2, 3), Augmentation.DEFAULT, 5))
                .containsExactly(warped(dot(0, 2, 3), Augmentation.DEFAULT, 5))
                .isNotEqualTo(warped(dot(0, 2, 3), Augmentation.DEFAULT, 6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 8.1, Double.NaN})
    void shiftsOutOfRangeAreRefused(double shift) {
        assertThatThrownBy(() -> new Augmentation(shift, 0, 0, 0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<augmentationShift>", "0 to 8");
    }

    private static float[] warped(byte[] image, Augmentation limits, long seed) {
        float[] target = new float[SHAPE.size()];
        AffineWarp.random(SHAPE, limits, new SeededRandom(seed)).apply(image, target, 0, 1);
        return target;
    }

    private static byte[] dot(int channel, int row, int column) {
        byte[] image = new byte[SHAPE.size()];
        image[(channel * 9 + row) * 11 + column] = (byte) 255;
        return image;
    }

    /** Of the first channel. */
    private static float sum(float[] image) {
        float sum = 0;
        for (int i = 0; i < 99; i++) {
            sum += image[i];
        }
        return sum;
    }

    /** Center of the first channel's brightness. */
    private static float moment(float[] image, boolean ofRow) {
        float sum = 0;
        for (int i = 0; i < 99; i++) {
            sum += image[i] * (ofRow ? i / 11 : i % 11);
        }
        return sum / sum(image);
    }
}
