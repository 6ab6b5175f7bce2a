/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.StringReader;
import java.util.List;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class LayerElementsTest {
    private static final Shape PIXELS = new Shape(1, 28, 28);

    @Test
    void withoutLayersItIsTheDefaultNetwork() {
        Architecture lenet = LayerElements.parse("digits", PIXELS, PixelScaling.UNIT, null);

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
        assertRefused(
                "<layers><lstm/></layers>",
                "<lstm>",
                "The layers are add, averagePool, batchNorm, clip, concat, conv,");
    }

    @Test
    void refusesAnUnknownProperty() {
        assertRefused(
                "<layers><dense units='10' groups='2'/></layers>",
                "<dense> in <layers>",
                "'groups'",
                "Its properties are name, inputs, units, bias.");
    }

    @Test
    void namesTheLayerOfSeveralOfItsKind() {
        assertRefused(
                "<layers><conv filters='2' kernel='3'/><conv filters='99999999999' kernel='3'/></layers>",
                "filters of conv2, <conv> in <layers>",
                "'99999999999'");
        assertRefused(
                "<layers><conv name='stem' filters='2' kernel='99999999999'/></layers>",
                "kernel of stem, <conv> in <layers>");
        assertRefused(
                "<layers><conv name='stem' filters='2147483647' kernel='3'/></layers>",
                "stem",
                "(channels x rows x columns)");
    }

    @Test
    void saysWhatToWriteForWhatOthersWrite() {
        assertRefused("<layers><softmax/></layers>", "<softmax>", "Leave it out");
        assertRefused(
                "<layers><conv filters='6' kernel='5' activation='relu'/></layers>", "'activation'", "such as <relu/>");
    }

    @Test
    void readsGraphs() throws Exception {
        Architecture network = parse("<layers><conv name='a' filters='4' kernel='3' padding='same' bias='false'/>"
                + "<relu/><conv name='b' filters='4' kernel='3' padding='same' dilation='2'/>"
                + "<conv name='c' inputs='input' filters='4' kernel='1'/><add inputs='b, a, c'/>"
                + "<averagePool size='3' stride='2' padding='0,1,0,1' countPadding='false'/><concat inputs='a,b'/>"
                + "<globalAveragePool inputs='averagePool1'/><dense units='10'/></layers>");

        assertThat(network.nodes().get(0).layer())
                .isEqualTo(new Conv2d("a", 4, new Window(3, 3, 1, 1, Padding.of(1)), false));
        assertThat(network.nodes().get(2).layer())
                .isEqualTo(new Conv2d("b", 4, new Window(3, 3, 1, 1, 2, 2, Padding.of(2))));
        assertThat(network.nodes().get(3)).isEqualTo(new Node(new Conv2d("c", 4, Window.square(1, 1)), List.of(0)));
        assertThat(network.nodes().get(4)).isEqualTo(new Node(new Add("add1"), List.of(3, 1, 4)));
        assertThat(network.nodes().get(5).layer())
                .isEqualTo(new AveragePool("averagePool1", new Window(3, 3, 2, 2, new Padding(0, 1, 0, 1)), false));
        assertThat(network.shapes()).contains(new Shape(4, 14, 14), new Shape(8, 28, 28));
        assertThat(network.isChain()).isFalse();
        assertThat(network.needed().layers()).hasSize(8).doesNotContain(new Concat("concat1"));
        assertThat(network.needed().shapes()).endsWith(Shape.vector(4), Shape.vector(10));
    }

    @Test
    void anOddSameRowIsAtTheEnd() throws Exception {
        Architecture network = parse("<layers><maxPool size='3' stride='2' padding='same'/><conv filters='2' kernel='4'"
                + " padding='same'/><flatten/><dense units='10'/></layers>");

        assertThat(network.layers().get(0))
                .isEqualTo(new MaxPool("maxPool1", new Window(3, 3, 2, 2, new Padding(0, 1, 0, 1))));
        assertThat(network.layers().get(1))
                .isEqualTo(new Conv2d("conv1", 2, new Window(4, 4, 1, 1, new Padding(1, 2, 1, 2))));
    }

    @Test
    void refusesInputsThatAreNotThere() {
        assertRefused(
                "<layers><relu/><add inputs='relu1,relu9'/><flatten/></layers>",
                "inputs of add1, <add> in <layers>",
                "'relu9'",
                "input for the image; there are relu1.");
        assertRefused("<layers><relu/><add/><flatten/></layers>", "inputs of layer 'add1'", "joins two or more");
        assertRefused(
                "<layers><conv filters='2' kernel='3'/><add inputs='input,conv1'/><flatten/></layers>",
                "inputs of layer 'add1'",
                "1x28x28 and 2x26x26 (channels x rows x columns)");
    }

    /** It would have been trained first, and refused then. */
    @Test
    void refusesWhatNothingCouldComputeBeforeItIsTrained() {
        assertRefused(
                "<layers><flatten/><conv filters='6' kernel='1'/><flatten/><dense units='10'/></layers>",
                "'conv1'",
                "flattened");
    }

    @Test
    void takesBatchNormAnywhere() throws Exception {
        assertThat(parse("<layers><batchNorm/><conv filters='2' kernel='3'/><relu/><batchNorm/><maxPool kernel='2'/>"
                                + "<batchNorm/><flatten/><dense units='10'/></layers>")
                        .nodes())
                .hasSize(8);
    }

    @Test
    void refusesMissingAndMalformedValues() {
        assertRefused("<layers><dense/></layers>", "units of dense1, <dense>", "'missing'");
        assertRefused(
                "<layers><dense units='10'><units>11</units></dense></layers>", "units of <dense>", "given twice");
        assertRefused("<layers><dense units='ten'/></layers>", "units of dense1, <dense>", "'ten'", "whole number");
        assertRefused("<layers><conv filters='6' kernel='5*5'/></layers>", "kernel of conv1, <conv>", "'5*5'", "5x3");
    }

    @Test
    void refusesLayersThatDoNotFitTheirInput() {
        assertRefused(
                "<layers><conv filters='6' kernel='29'/><dense units='10'/></layers>",
                "'conv1'",
                "larger than its input, which has 28 rows and 28 columns");
        assertRefused("<layers><conv filters='6' kernel='5'/></layers>", "must end in a vector of logits");
    }

    private static void assertRefused(String xml, String... parts) {
        assertThatThrownBy(() -> parse(xml))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(parts);
    }

    private static Architecture parse(String xml) throws Exception {
        PlexusConfiguration layers = new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml)));
        return LayerElements.parse("net", PIXELS, PixelScaling.UNIT, layers);
    }
}
