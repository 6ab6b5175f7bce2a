/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.StringReader;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class LayerElementsTest {
    private static final Shape PIXELS = new Shape(1, 28, 28);

    @Test
    void withoutLayersItIsTheDefaultNetwork() {
        Architecture lenet = LayerElements.parse("digits", PIXELS, null);

        assertThat(lenet.layers()).isEqualTo(DefaultArchitecture.create().layers());
        assertThat(lenet.name()).isEqualTo("digits");
        assertThat(lenet.macs()).isEqualTo(271_920);
    }

    @Test
    void readsAttributesAndElementsAlike() throws Exception {
        Architecture network = parse("<layers><conv filters='4' kernel='5x3' padding='2x1' stride='2'/>"
                + "<batchNorm><name>norm</name></batchNorm><relu/>"
                + "<averagePool size='2'/><flatten/><dropout rate='0.25'/><dense><units>10</units></dense></layers>");

        assertThat(network.layers().get(0))
                .isEqualTo(new Conv2d("conv1", 4, new Window(5, 3, 2, 2, new Padding(2, 2, 1, 1))));
        assertThat(network.layers().get(1)).isEqualTo(new BatchNorm("norm", BatchNorm.DEFAULT_EPSILON));
        assertThat(network.layers())
                .contains(
                        new Relu("relu1"),
                        new AveragePool("averagePool1", Window.square(2, 2)),
                        new Dropout("dropout1", 0.25),
                        new Dense("dense1", 10));
    }

    @Test
    void refusesAnUnknownLayerAndSaysWhichThereAre() {
        assertRefused("<layers><lstm/></layers>", "<lstm>", "The layers are averagePool, batchNorm, conv,");
    }

    @Test
    void refusesAnUnknownProperty() {
        assertRefused(
                "<layers><dense units='10' bias='false'/></layers>",
                "<dense> in <layers>",
                "'bias'",
                "Its properties are name, units.");
    }

    @Test
    void refusesMissingAndMalformedValues() {
        assertRefused("<layers><dense/></layers>", "units of <dense>", "'missing'");
        assertRefused("<layers><dense units='ten'/></layers>", "units of <dense>", "'ten'", "whole number");
        assertRefused("<layers><conv filters='6' kernel='5*5'/></layers>", "kernel of <conv>", "'5*5'", "5x3");
    }

    @Test
    void refusesLayersThatDoNotFitTheirInput() {
        assertRefused(
                "<layers><conv filters='6' kernel='29'/><dense units='10'/></layers>",
                "'conv1'",
                "larger than its input 1x28x28");
        assertRefused("<layers><conv filters='6' kernel='5'/></layers>", "must end in a vector of logits");
    }

    private static void assertRefused(String xml, String... parts) {
        assertThatThrownBy(() -> parse(xml))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(parts);
    }

    private static Architecture parse(String xml) throws Exception {
        PlexusConfiguration layers = new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml)));
        return LayerElements.parse("net", PIXELS, layers);
    }
}
