/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpaceTest {
    @Test
    void everyPointHasANumberAndAPlace() {
        Space space = TinySpaces.forty();

        assertThat(space.size()).isEqualTo(40);
        HashSet<Point> points = new HashSet<>();
        for (int number = 1; number <= 40; number++) {
            assertThat(space.number(space.places(number))).isEqualTo(number);
            assertThat(space.point(number).number()).isEqualTo(number);
            points.add(space.point(number));
        }
        assertThat(points).hasSize(40);
    }

    @Test
    void rangesStandForTheirNumbers() {
        assertThat(ValueRange.expand("here", List.of("auto:4..6", "auto:6", "w2..3a4..8..4")))
                .containsExactly("auto:4", "auto:5", "auto:6", "w2a4", "w2a8", "w3a4", "w3a8");
        assertThatThrownBy(() -> ValueRange.expand("<seed>", List.of("3..1")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<seed> is '3..1'");
        assertThatThrownBy(() -> ValueRange.expand("<seed>", List.of("1..2..0")))
                .isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void targetsAreThoseOfThePom() {
        var request = Target.parse(" maxMultipliers=100  maxDsp=0 ").request(SampleParts.ZYNQ_7020, 5);

        assertThat(request.maxMultipliers()).hasValue(100);
        assertThat(request.limits().dsp()).hasValue(0);
        assertThat(Target.parse("fastest").request(SampleParts.ZYNQ_7020, 5))
                .isEqualTo(io.github.mnisthls.hardware.HardwareRequest.fastest(SampleParts.ZYNQ_7020, 5));
        assertThatThrownBy(() -> Target.parse("maxMultiplier=3")).hasMessageContaining("maxMultipliers");
        assertThatThrownBy(() -> Target.parse("maxLut=many")).hasMessageContaining("maxLut=many");
        assertThatThrownBy(() -> Target.parse("maxLut=1.5").request(SampleParts.ZYNQ_7020, 5))
                .hasMessageContaining("whole number");
    }

    @Test
    void implementationsAreThoseOfThePlanner() {
        for (Implementation implementation : Implementation.values()) {
            assertThat(Products.parse(implementation.label()).everywhere()).contains(implementation);
        }
        assertThat(Products.parse("auto").everywhere()).isEmpty();
        assertThat(Products.parse(" conv1  conv2 = adders;dense1=packed ").layers())
                .containsExactly(
                        entry("conv1", Implementation.ADDERS),
                        entry("conv2", Implementation.ADDERS),
                        entry("dense1", Implementation.PACKED));
        for (String wrong : List.of("luts", "", "=lut", "conv1=auto", "conv1=lut;", "a=lut=dsp", "a=lut; b a=dsp")) {
            assertThatThrownBy(() -> Products.parse(wrong))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("<implementation> in <explore>");
        }
    }

    @Test
    void wideningLeavesTheLogits() {
        var wide = new Widening(1.5).of(TinySpaces.network());

        assertThat(((Conv2d) wide.layers().get(0)).filters()).isEqualTo(3);
        assertThat(((Dense) wide.layers().get(3)).units()).isEqualTo(4);
    }

    @Test
    void theFrontIsWhatNoOtherBeats() {
        Random random = new Random(7);
        List<Figures> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(new Figures(
                    random.nextInt(10) / 10.0, random.nextInt(20), 1, 1, 1, random.nextInt(20), 1, 1, 1, 1));
        }
        List<Objective> objectives = List.of(Objective.ACCURACY, Objective.INTERVAL, Objective.LUT);
        List<Figures> expected = all.stream()
                .filter(one -> all.stream().noneMatch(other -> beats(other, one)))
                .toList();

        assertThat(ParetoFront.of(all, figures -> figures, objectives)).isEqualTo(expected);
        assertThat(expected.size()).isBetween(2, 200);
    }

    private static boolean beats(Figures winner, Figures loser) {
        boolean notWorse = winner.accuracy() >= loser.accuracy()
                && winner.intervalCycles() <= loser.intervalCycles()
                && winner.lut() <= loser.lut();
        boolean better = winner.accuracy() > loser.accuracy()
                || winner.intervalCycles() < loser.intervalCycles()
                || winner.lut() < loser.lut();
        return notWorse && better;
    }
}
