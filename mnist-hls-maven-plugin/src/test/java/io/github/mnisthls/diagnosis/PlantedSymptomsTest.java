/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.diagnosis.Symptom.Kind;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import io.github.mnisthls.training.engine.ModelBuilder;
import io.github.mnisthls.training.engine.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a network is planted into one that is well, and found. */
@Slow
@Thorough
class PlantedSymptomsTest {
    private static final LabeledImages IMAGES =
            twoChannels(DatasetReader.mnist().training().first(7000));

    @TempDir
    private static Path folder;

    private static Network well;

    @BeforeAll
    static void train() {
        TrainingSettings settings = new TrainingSettings(
                4, 50, 1, 8e-3, 1e-2, OptionalDouble.empty(), 0, Augmentation.NONE, 500, 6000, 0, 512, 2);
        TrainingJob job = new TrainingJob(architecture(1e-3), settings);
        try (Training training = new Training(job, IMAGES, folder, notice -> {})) {
            well = training.run(report -> {}).network();
        }
    }

    private static Architecture architecture(double epsilon) {
        return new Architecture(
                "sample",
                IMAGES.shape(),
                PixelScaling.UNIT,
                new Architecture(
                                "sample",
                                IMAGES.shape(),
                                List.of(
                                        new Conv2d("conv1", 4, Window.square(5, 1)),
                                        new BatchNorm("norm1", epsilon),
                                        new Relu("relu1"),
                                        new MaxPool("pool1", Window.square(4, 4)),
                                        new Conv2d("conv2", 8, Window.square(3, 1)),
                                        new Relu("relu2"),
                                        new Flatten("flatten"),
                                        new Dense("dense1", 10)))
                        .nodes());
    }

    @Test
    void aNetworkThatIsWellHasNone() {
        ModelDiagnosis diagnosis = diagnose(well, "ap_fixed<16,8>");

        assertThat(diagnosis.symptoms()).isEmpty();
        assertThat(diagnosis.cure()).isEmpty();
        assertThat(diagnosis.float32()).isGreaterThan(0.95);
        assertThat(diagnosis.quantized().orElseThrow()).isGreaterThan(0.95);
        assertThat(diagnosis.layers()).extracting(LayerHealth::layer).containsExactly("conv1", "conv2", "dense1");
        assertThat(diagnosis.layers()).allSatisfy(layer -> {
            assertThat(layer.weightNoise().orElseThrow()).isGreaterThan(25);
            assertThat(layer.saturated()).isZero();
            assertThat(layer.usedBits().orElseThrow()).isBetween(7, 12);
            assertThat(layer.alone().orElseThrow()).isGreaterThan(0.95);
            assertThat(layer.upToHere().orElseThrow()).isGreaterThan(0.95);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, -255, 1", "0.5, 2, 0.5", "1, -1, 1", "0, 255, 0"})
    void inputsThatAreNotScaledAsInTraining(double mean, double scale, String named) {
        // What was learned of pixels from 0 to 1 is written for those of the other scaling.
        Network other = rescaled(well, mean, scale);

        assertSymptom(other, Kind.INPUT_SCALING, "<inputMean> (-Dmnist-hls.inputMean) " + named);
    }

    @ParameterizedTest
    @EnumSource(WeightOrder.class)
    void weightsInAnotherOrder(WeightOrder order) {
        Network other = planted(order);

        Symptom found = only(other);
        assertThat(found.kind()).isEqualTo(order.kind());
        assertThat(found.seen()).isEqualTo(order.words());
    }

    @Test
    void labelsThatArePermuted() {
        byte[] pixels = new byte[IMAGES.count() * IMAGES.shape().size()];
        byte[] labels = new byte[IMAGES.count()];
        byte[] pixel = new byte[IMAGES.shape().size()];
        for (int i = 0; i < labels.length; i++) {
            IMAGES.copyImage(i, pixel);
            System.arraycopy(pixel, 0, pixels, i * pixel.length, pixel.length);
            labels[i] = (byte) ((IMAGES.label(i) * 3 + 1) % 10);
        }
        Symptom found = Diagnosis.of(
                        well, Precision.parse("auto:16"), LabeledImages.of(IMAGES.shape(), pixels, labels), 2)
                .symptoms()
                .get(0);

        assertThat(found.kind()).isEqualTo(Kind.LABELS_PERMUTED);
        assertThat(found.seen()).contains("[1, 4, 7, 0, 3, 6, 9, 2, 5, 8]");
        assertThat(found.after()).isGreaterThan(0.95);
    }

    @Test
    void imagesThatAreTransposedAndChannelsInAnotherOrder() {
        assertThat(first(OtherImages.transposed(IMAGES)).kind()).isEqualTo(Kind.IMAGES_TRANSPOSED);
        assertThat(first(OtherImages.reversedChannels(IMAGES)).kind()).isEqualTo(Kind.CHANNEL_ORDER);
    }

    @Test
    void batchNormalizationWithoutStatistics() {
        Network other = changed(well, "norm1", Map.of("mean", values -> 0f, "variance", values -> 1f));

        assertSymptom(other, Kind.NORM_STATISTICS, "running means and variances");
    }

    @Test
    void batchNormalizationWithAnotherEpsilon() {
        // Where the variance is as small as the epsilon, it matters which one.
        Network small = changed(
                well,
                Map.of(
                        "conv1", Map.of("weights", value -> value * 1e-3f, "bias", value -> value * 1e-3f),
                        "norm1", Map.of("mean", value -> value * 1e-3f, "variance", value -> value * 1e-6f)));
        Network exact = new Norms(small).withEpsilon(1e-9);
        assertThat(diagnose(exact, "auto:16").symptoms()).isEmpty();

        assertSymptom(new Norms(small).withEpsilon(0.1), Kind.NORM_EPSILON, "epsilon=\"1.0E-9\"");
    }

    @Test
    void aNetworkThatLearnedNothing() {
        Network random = ModelBuilder.random(architecture(1e-5), 3).toNetwork();

        assertSymptom(random, Kind.TRAINED_WITH_ROUNDING, "Train in float32");
    }

    @Test
    void tooFewIntegerBits() {
        ModelDiagnosis diagnosis = diagnose(well, "ap_fixed<12,1>");

        assertThat(diagnosis.symptoms())
                .extracting(Symptom::kind)
                .contains(Kind.SATURATION, Kind.INTEGER_BITS)
                .doesNotContain(Kind.FRACTION_BITS);
        assertCured(diagnosis);
    }

    @Test
    void tooFewFractionBits() {
        ModelDiagnosis diagnosis = diagnose(well, "ap_fixed<10,8>");

        assertThat(diagnosis.symptoms())
                .extracting(Symptom::kind)
                .contains(Kind.FRACTION_BITS)
                .doesNotContain(Kind.INTEGER_BITS, Kind.SATURATION);
        assertCured(diagnosis);
    }

    @Test
    void weightsThatAreAllButZero() {
        ModelDiagnosis diagnosis = diagnose(well, "dense1.weights=ap_fixed<8,8>; *=ap_fixed<16,8>");

        assertThat(diagnosis.symptoms()).extracting(Symptom::kind).contains(Kind.ZERO_WEIGHTS);
        assertThat(diagnosis.cure()).hasValueSatisfying(cure -> {
            assertThat(cure.layer()).isEqualTo("dense1");
            assertThat(cure.snippet())
                    .startsWith("<precision>dense1 = auto:")
                    .endsWith("; *=ap_fixed&lt;16,8></precision>");
        });
        assertCured(diagnosis);
        assertThat(diagnosis.layers().get(2).alone().orElseThrow())
                .isLessThan(diagnosis.layers().get(1).upToHere().orElseThrow());
    }

    @Test
    void channelsThatAreDeadOrNeverChange() {
        Network other = changed(well, "conv2", Map.of("weights", value -> 0f, "bias", value -> value < 0 ? -1f : 1f));

        LayerHealth layer = diagnose(other, "auto:16").layers().get(1);

        assertThat(layer.deadChannels() + layer.flatChannels()).isEqualTo(layer.channels());
        assertThat(diagnose(well, "auto:16").layers().get(1).flatChannels()).isZero();
    }

    private static void assertCured(ModelDiagnosis diagnosis) {
        double lost = diagnosis.float32() - diagnosis.quantized().orElseThrow();
        assertThat(diagnosis.cure()).hasValueSatisfying(cure -> {
            assertThat(cure.after() - cure.before()).isGreaterThan(lost / 2);
            // It is tried in the words that are to be copied.
            assertThat(diagnose(well, cure.precision()).quantized().orElseThrow())
                    .isEqualTo(cure.after());
        });
    }

    private static void assertSymptom(Network network, Kind kind, String remedy) {
        Symptom found = only(network);
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.remedy()).contains(remedy);
    }

    private static Symptom only(Network network) {
        return diagnose(network, "auto:16").symptoms().get(0);
    }

    private static Symptom first(LabeledImages images) {
        return Diagnosis.of(well, Precision.parse("auto:16"), images, 2)
                .symptoms()
                .get(0);
    }

    private static ModelDiagnosis diagnose(Network network, String precision) {
        return Diagnosis.of(network, Precision.parse(precision), IMAGES, 2);
    }

    /** A network whose weights are in this order, so that reading them so gives the one that is well. */
    private static Network planted(WeightOrder order) {
        // Numbers that tell where each weight went.
        Map<String, Parameters> numbered = new TreeMap<>(well.parameters());
        well.parameters().forEach((layer, own) -> numbered.put(layer, each(own, "weights", true)));
        Network moved = order.read(new Network(well.architecture(), numbered)).orElseThrow();
        Map<String, Parameters> result = new TreeMap<>(well.parameters());
        moved.parameters().forEach((layer, own) -> {
            FloatVector source = own.values().get("weights");
            if (source != null) {
                FloatVector weights = well.parameters().get(layer).values().get("weights");
                float[] placed = new float[weights.size()];
                for (int i = 0; i < placed.length; i++) {
                    placed[(int) source.get(i)] = weights.get(i);
                }
                Map<String, FloatVector> values =
                        new TreeMap<>(well.parameters().get(layer).values());
                values.put("weights", FloatVector.of(placed));
                result.put(layer, new NamedParameters(values));
            }
        });
        return new Network(well.architecture(), result);
    }

    private static NamedParameters each(Parameters own, String name, boolean numbered) {
        Map<String, FloatVector> values = new TreeMap<>(own.values());
        values.computeIfPresent(name, (key, old) -> {
            float[] numbers = new float[old.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbered ? i : old.get(i);
            }
            return FloatVector.of(numbers);
        });
        return new NamedParameters(values);
    }

    private static Network rescaled(Network network, double mean, double scale) {
        FloatVector weights = network.parameters().get("conv1").values().get("weights");
        FloatVector bias = network.parameters().get("conv1").values().get("bias");
        int fanIn = weights.size() / bias.size();
        float[] other = new float[weights.size()];
        float[] shifted = bias.toArray();
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (weights.get(i) / scale);
            shifted[i / fanIn] += (float) (weights.get(i) * mean);
        }
        Map<String, Parameters> all = new TreeMap<>(network.parameters());
        all.put(
                "conv1",
                new NamedParameters(Map.of("weights", FloatVector.of(other), "bias", FloatVector.of(shifted))));
        return new Network(network.architecture(), all);
    }

    private static Network changed(Network network, String layer, Map<String, UnaryOperator<Float>> how) {
        return changed(network, Map.of(layer, how));
    }

    private static Network changed(Network network, Map<String, Map<String, UnaryOperator<Float>>> layers) {
        Map<String, Parameters> all = new TreeMap<>(network.parameters());
        layers.forEach((layer, how) -> {
            Map<String, FloatVector> values =
                    new TreeMap<>(network.parameters().get(layer).values());
            how.forEach((name, change) -> {
                float[] numbers = values.get(name).toArray();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = change.apply(numbers[i]);
                }
                values.put(name, FloatVector.of(numbers));
            });
            all.put(layer, new NamedParameters(values));
        });
        return new Network(network.architecture(), all);
    }

    /** The digit, and beside it what stands upside down in another image: to be told apart by the channel alone. */
    private static LabeledImages twoChannels(LabeledImages images) {
        Shape shape = new Shape(2, images.shape().height(), images.shape().width());
        int area = images.shape().size();
        byte[] pixels = new byte[images.count() * 2 * area];
        byte[] labels = new byte[images.count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.label(i);
            for (int k = 0; k < area; k++) {
                pixels[2 * i * area + k] = (byte) images.pixel(i, k);
                pixels[(2 * i + 1) * area + k] = (byte) (images.pixel((i + 1) % labels.length, k) / 4);
            }
        }
        return LabeledImages.of(shape, pixels, labels);
    }
}
