/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated designs of any shape give the logits of the emulator and of decimal numbers, and each process runs exactly as many cycles as planned.
 */
@Slow
class RandomDesignTest {
    /** How many designs; a nightly build sets more. */
    private static final int DESIGNS = Integer.getInteger("mnisthls.random.designs", 20);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsACompiler() {
        ExternalProgram.require("g++", "g++", RandomDesignTest.class);
    }

    @Test
    void randomDesignsAreExactAndTakeThePlannedCycles() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());

        LongStream.range(0, DESIGNS).parallel().forEach(seed -> check(trial, RandomNetworks.create(seed)));
    }

    /** Ternary weights, weights of 1 and -1, activations of one bit. */
    @Test
    void randomDesignsOfFewBitsAreExactAndTakeThePlannedCycles() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());

        LongStream.range(0, DESIGNS / 2).parallel().forEach(seed -> check(trial, RandomNetworks.createOfFewBits(seed)));
    }

    /** Forks, joins, every kind of layer, pixels of any scale. */
    @Test
    void randomGraphsAreExactAndTakeThePlannedCycles() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());

        LongStream.range(0, DESIGNS).parallel().forEach(seed -> check(trial, RandomNetworks.createGraph(seed)));
    }

    @Test
    void someOfThemHaveSeveralPixelsAtATime() {
        Set<String> kernels = new TreeSet<>();
        for (long seed = 0; seed < 60; seed++) {
            kernels.addAll(kernels(RandomNetworks.create(seed)));
            kernels.addAll(kernels(RandomNetworks.createGraph(seed)));
        }

        assertThat(kernels).contains("ReadPixels", "WindowPatches", "ConstantMatrixPatches");
    }

    @Test
    void theyHaveProductsOfAllKinds() {
        Set<Implementation> implementations = new TreeSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (Sample sample : List.of(RandomNetworks.create(seed), RandomNetworks.createGraph(seed))) {
                RandomDesign.of(sample).plan().layers().forEach(layer -> implementations.add(layer.implementation()));
            }
        }

        assertThat(implementations).containsExactly(Implementation.values());
    }

    /** Adders: a graph for each channel; windows, and words as they come. */
    @Thorough
    @Test
    void convolutionsOfEachChannelHaveProductsOfMostKinds() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());
        List<String> kinds = new ArrayList<>();
        for (long seed = 0; seed < 4; seed++) {
            Window window = seed % 2 == 0 ? new Window(3, 2, 1, 2, Padding.of(1)) : Window.square(1, 1);
            Architecture architecture = new Architecture(
                    "random",
                    new Shape(3, 5, 6),
                    List.of(
                            new DepthwiseConv2d("depthwise", 2, window, true),
                            new Relu("relu"),
                            new Flatten("flatten"),
                            new Dense("dense", 2)));
            Sample sample = new Sample(seed, architecture, Map.of("*", "auto:8"));
            RandomDesign.of(sample)
                    .plan()
                    .layers()
                    .forEach(layer -> kinds.add(layer.kind() + window.area() + layer.implementation()));
            check(trial, sample);
        }

        assertThat(kinds).contains("depthwise6ADDERS", "depthwise1ADDERS", "depthwise6LUT");
    }

    /** Before, between and behind convolutions; beats that end within a row, and behind the image. */
    @Thorough
    @Test
    void imagesOfSeveralPixelsAtATimeArePooledExactly() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());
        Set<String> kernels = new TreeSet<>();
        for (long seed = 0; seed < 12; seed++) {
            Architecture architecture = new Architecture(
                    "random",
                    new Shape(1 + (int) seed % 2, 9, 12),
                    List.of(
                            seed % 3 == 0
                                    ? new AveragePool("first", new Window(1, 2, 1, 2, Padding.NONE))
                                    : new MaxPool("first", new Window(2, 3, 2, 3, Padding.NONE)),
                            new Conv2d("conv", 2, new Window(2, 3, 1, 1, Padding.of(1))),
                            new MaxPool("second", Window.square(2, 2)),
                            new Flatten("flatten"),
                            new Dense("dense", 2)));
            Sample sample = new Sample(seed, architecture, Map.of("*", "auto:5"));
            kernels.addAll(kernels(sample));
            check(trial, sample);
        }

        assertThat(kernels).contains("ReadPixels", "WindowPatches", "ConstantMatrixPatches", "PoolNeighbors");
    }

    private static List<String> kernels(Sample sample) {
        return RandomDesign.of(sample).plan().processes().stream()
                .map(process -> process.call().function())
                .toList();
    }

    @Thorough
    @Test
    void windowsTooLargeForRegistersAreExactToo() {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());

        LongStream.range(0, Math.max(6, DESIGNS / 4)).parallel().forEach(seed -> {
            Sample sample = RandomNetworks.createWide(seed);
            assertThat(RandomDesign.of(sample).plan().processes())
                    .extracting(process -> process.call().function())
                    .contains("BufferedWindow");
            check(trial, sample);
        });
    }

    /** The image leaves pixel by pixel, but the emulator's logits go channel by channel. */
    @Thorough
    @ParameterizedTest
    @EnumSource(InterfaceKind.class)
    void networksMayEndInAnImage(InterfaceKind ports) {
        DesignTrial trial = new DesignTrial(folder, Optional.empty());
        Conv2d conv = new Conv2d("conv", 4, Window.square(3, 2));
        AveragePool pool = new AveragePool("pool", Window.square(2, 1));
        Flatten flatten = new Flatten("flatten");
        Shape input = new Shape(2, 7, 9);
        for (List<Layer> layers : List.of(
                List.<Layer>of(conv, flatten),
                List.<Layer>of(conv, new Relu("relu"), pool, flatten),
                List.<Layer>of(conv, new GlobalAveragePool("mean")),
                List.<Layer>of(pool, flatten))) {
            Architecture architecture = new Architecture("random", input, layers);
            Sample sample =
                    new Sample(List.of(InterfaceKind.values()).indexOf(ports), architecture, Map.of("*", "auto:9"));
            assertThat(RandomDesign.of(sample).interfaceKind()).isEqualTo(ports);
            assertThat(trial.problem(sample)).as(sample.toString()).isEmpty();
        }
    }

    /** What would happen to a kernel that is wrong. */
    @Thorough
    @Test
    void aFaultIsShrunkToTheLayerThatHasIt() {
        DesignTrial broken = new DesignTrial(
                folder, Optional.of(new DesignTrial.Fault("pool.hpp", "a < b ? b : a", "b < a ? b : a")));
        Architecture architecture = new Architecture(
                "random",
                new Shape(1, 4, 4),
                List.of(
                        new Conv2d("conv", 2, Window.square(2, 1)),
                        new MaxPool("max", Window.square(2, 1)),
                        new Flatten("flatten"),
                        new Dense("dense", 2)));
        Sample sample = new Sample(4, architecture, Map.of("*", "ap_fixed<12,5>"));

        assertThatThrownBy(() -> check(broken, sample))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RandomNetworks seed 4: ")
                .hasMessageContaining("shrinks to")
                .hasMessageContaining("DIFFERS: image ")
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .satisfies(message -> assertThat(message.substring(message.indexOf("shrinks to")))
                        .contains("MaxPool")
                        .doesNotContain("Conv2d", "Dense"));
        assertThat(new DesignTrial(folder, Optional.empty()).problem(sample)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | beat.data = winner.index | beat.data = winner.index + 1",
                "1 | winning = winner.index   | winning = winner.index + 1",
                "1 | winning = winner.index   | static_cast<void>(winning)"
            })
    void aWrongClassIsFound(long seed, String right, String wrong) {
        DesignTrial broken = new DesignTrial(folder, Optional.of(new DesignTrial.Fault("streams.hpp", right, wrong)));
        Architecture architecture =
                new Architecture("random", new Shape(1, 2, 2), List.of(new Flatten("flatten"), new Dense("dense", 3)));

        assertThat(broken.problem(new Sample(seed, architecture, Map.of("*", "ap_fixed<12,5>"))))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("logitsDiffering 0\n", "classesDiffering 4\n"));
    }

    private static void check(DesignTrial trial, Sample sample) {
        if (trial.problem(sample).isPresent()) {
            Sample smallest = RandomNetworks.shrink(
                    sample, smaller -> trial.problem(smaller).isPresent());
            throw new AssertionError(sample + "\nshrinks to\n" + smallest + "\nwhich fails with\n"
                    + trial.problem(smallest).orElseThrow());
        }
    }
}
