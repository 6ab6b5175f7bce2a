/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.explore.result.PomSnippet;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.ResultsWriter;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Device;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Products;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.explore.space.Target;
import io.github.mnisthls.explore.space.Widening;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.training.FinetuneMode;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a point builds that point. */
class SpaceReaderTest {
    private static final Shape IMAGE = new Shape(1, 28, 28);

    @TempDir
    private Path folder;

    @Test
    void theUsualSpaceHasEightPrecisionsSixTargetsAndThreeParts() {
        Space space = reader(ExploreElements.usual("xc7z020clg400-1")).read();

        assertThat(space.precisions()).hasSize(8);
        assertThat(space.targets()).hasSize(6);
        assertThat(space.devices()).hasSize(3);
        assertThat(space.size()).isEqualTo(8 * 6 * 3);
    }

    @Test
    void layersOfAlternativesAreReadAsTheyAreTold() throws Exception {
        Architecture wide = new Widening(0.5).of(architecture());
        Space space = new Space(
                List.of(new Alternative("lenet x0.5", Optional.of(wide), true)),
                List.of(3L),
                List.of("ap_fixed<16,8>"),
                List.of(FinetuneMode.AUTO),
                List.of(Products.AUTO),
                List.of(new Device("xc7z020clg400-1", SampleParts.ZYNQ_7020)),
                List.of(5.0),
                List.of(Target.parse("maxMultipliers=100")));
        new ResultsWriter(folder)
                .write(Results.of(
                        "lenet",
                        List.of(Row.open(space.point(1), "0")),
                        List.of(Objective.ACCURACY),
                        Constraints.NONE));

        List<String> lines = PomSnippet.lines("here", Json.read(folder.resolve("results.json"), JsonNode.class), 1);

        var told = Xpp3DomBuilder.build(new StringReader(String.join("\n", lines)));
        assertThat(told.getChild("precision").getValue()).isEqualTo("ap_fixed<16,8>");
        assertThat(told.getChild("maxMultipliers").getValue()).isEqualTo("100");
        assertThat(told.getChild("seed").getValue()).isEqualTo("3");
        assertThat(LayerElements.parse(
                        "lenet", IMAGE, PixelScaling.UNIT, new XmlPlexusConfiguration(told.getChild("layers"))))
                .isEqualTo(wide);
    }

    private static Architecture architecture() {
        return new Architecture(
                "lenet", IMAGE, PixelScaling.UNIT, DefaultArchitecture.create().nodes());
    }

    private static SpaceReader reader(ExploreElements elements) {
        return new SpaceReader(
                elements,
                new SpaceReader.Own(
                        Optional.of(architecture()), "1", "auto:8", "auto", "xc7z020clg400-1", 10, "fastest"),
                layers -> architecture(),
                name -> new Device(name, SampleParts.ZYNQ_7020));
    }
}
