/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.pipeline.TrainSettings;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network is trained as the POM describes it, or loaded as it is: one of both. */
class NetworkParametersTest {
    @TempDir
    Path folder;

    @Test
    void aModelBringsItsOwnLayersAndShape() throws Exception {
        TrainSettings settings = read("<model>a.onnx</model><modelOutput>logits</modelOutput>"
                + "<modelTestData>data</modelTestData><inputMean>0.5</inputMean><inputScale>2</inputScale>");

        assertThat(settings.architecture()).isEmpty();
        ModelSettings model = settings.model().orElseThrow();
        assertThat(model.model()).isEqualTo(folder.resolve("a.onnx"));
        assertThat(model.output()).contains("logits");
        assertThat(model.testData()).contains(folder.resolve("data"));
        assertThat(model.inputShape()).isEmpty();
        assertThat(model.pixels().apply(0, 255)).isEqualTo(1);
    }

    /** Its own shape is not known yet, so that no default network is tried with the shape that the POM tells. */
    @Test
    void aShapeBesideAModelIsOnlyCompared() throws Exception {
        assertThat(read("<model>a.onnx</model><inputShape>1x8x8</inputShape>")
                        .model()
                        .flatMap(ModelSettings::inputShape))
                .isEqualTo(Optional.of(new Shape(1, 8, 8)));
    }

    @Test
    void layersBesideAModelAreForFilesOfWeights() throws Exception {
        assertThat(read("<model>a.npz</model><layers><flatten/><dense units='10'/></layers>")
                        .model()
                        .flatMap(ModelSettings::layers))
                .map(target -> target.architecture().classes())
                .contains(10);
    }

    @Test
    void whatBelongsToAModelNeedsOne() {
        refuses("<modelOutput>logits</modelOutput>", "<modelOutput>", "'logits'", "<model>");
        refuses("<modelTestData>data</modelTestData>", "<modelTestData>", "data", "<model>");
    }

    @Test
    void theFilesOfADataSetBeginWithItsPrefix() throws Exception {
        assertThat(read("<dataset>emnist</dataset><datasetPrefix>emnist-letters-</datasetPrefix>")
                        .dataset())
                .hasValueSatisfying(place -> assertThat(place).endsWithRaw(Path.of("emnist", "emnist-letters-")));
        refuses("<datasetPrefix>emnist-letters-</datasetPrefix>", "<datasetPrefix>", "none is named", "<dataset>");
        refuses("<dataset>a</dataset><datasetPrefix>b/c</datasetPrefix>", "<datasetPrefix>", "'b/c'", "letters");
        refuses("<dataset>a</dataset><datasetPrefix>..</datasetPrefix>", "<datasetPrefix>", "no file names");
    }

    private void refuses(String elements, String... words) {
        assertThatThrownBy(() -> read(elements))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(words);
    }

    private TrainSettings read(String elements) throws Exception {
        TrainMojo goal = new TrainMojo();
        new ConfiguredGoal("train", folder)
                .fill(goal, ConfiguredGoal.parse("<configuration>" + elements + "</configuration>"));
        return goal.trainSettings();
    }
}
