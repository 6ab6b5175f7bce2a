/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private static final LabeledImages IMAGES =
            LabeledImages.of(new Shape(1, 1, 2), new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) 200}, new byte[] {0, 1, 2, 1});

    @Test
    void countsLabelsByPrediction() {
        Recognition recognition = recognize(new double[][] {{5, 0, 0}, {4, 4, 0}, {0, 3, 1}, {0, 1, 0}});

        ConfusionMatrix matrix = recognition.confusion();
        assertThat(matrix.counts()).containsExactly(List.of(1L, 0L, 0L), List.of(1L, 1L, 0L), List.of(0L, 1L, 0L));
        assertThat(matrix.labeled(1)).isEqualTo(2);
        assertThat(matrix.predicted(1)).isEqualTo(2);
        assertThat(matrix.worstConfusion()).isEqualTo(1);
    }

    @Test
    void showsTheMostConfidentMistakesFirst() {
        Recognition recognition = recognize(new double[][] {{0, 0, 9}, {4, 3, 0}, {0, 30, 1}, {0, 1, 0}});

        assertThat(recognition.mistakes())
                .extracting(Recognition.Mistake::image)
                .containsExactly(2, 0);
        Recognition.Mistake mistake = recognition.mistakes().get(1);
        assertThat(mistake.predicted()).isEqualTo(2);
        assertThat(mistake.confidence()).isCloseTo(1 / (1 + 2 * Math.exp(-9)), within(1e-12));
        assertThat(mistake.labelChance()).isCloseTo(Math.exp(-9) / (1 + 2 * Math.exp(-9)), within(1e-12));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        Recognition recognition = recognize(new double[][] {{-9e30, 9e30, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 0}});

        assertThat(recognition.mistakes().get(0).confidence()).isEqualTo(1);
    }

    @Test
    void picturesAreReadableAndExact() throws IOException {
        BufferedImage gray = decode(PngPicture.dataUri(IMAGES, 3));

        assertThat(List.of(gray.getWidth(), gray.getHeight())).containsExactly(2, 1);
        assertThat(gray.getRaster().getSample(0, 0, 0)).isEqualTo(7);
        assertThat(gray.getRaster().getSample(1, 0, 0)).isEqualTo(200);
    }

    @Test
    void picturesOfThreeChannelsHaveColors() throws IOException {
        LabeledImages colored =
                LabeledImages.of(new Shape(3, 2, 1), new byte[] {10, 11, 20, 21, 30, 31}, new byte[] {0});

        assertThat(decode(PngPicture.dataUri(colored, 0)).getRGB(0, 1) & 0xffffff)
                .isEqualTo(11 << 16 | 21 << 8 | 31);
    }

    @Test
    void picturesMayBeLargerThanOneBlock() throws IOException {
        LabeledImages large = LabeledImages.of(new Shape(1, 300, 300), new byte[90_000], new byte[] {0});

        assertThat(decode(PngPicture.dataUri(large, 0)).getHeight()).isEqualTo(300);
    }

    private static Recognition recognize(double[][] logits) {
        return Recognition.of(IMAGES, 3, (image, classIndex) -> logits[image][classIndex], 2);
    }

    private static BufferedImage decode(String uri) throws IOException {
        String prefix = "data:image/png;base64,";
        assertThat(uri).startsWith(prefix);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(prefix.length()))));
    }
}
