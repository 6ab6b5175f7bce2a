/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong within a layer is told with the layer, and with the file if it is one. */
class RemediesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "kernel='0', kernel",
        "kernel='3' stride='0', stride",
        "kernel='3' padding='3', padding",
        "kernel='3' padding='-1', padding",
        "kernel='3' dilation='0', dilation",
        "kernel='9', kernel",
        "kernel='3' filters='0', filters",
        "kernel='3' filters='2147483647', shape"
    })
    void inThePom(String attributes, String property) throws Exception {
        String filters = attributes.contains("filters") ? "" : " filters='4'";
        XmlPlexusConfiguration layers = new XmlPlexusConfiguration(ConfiguredGoal.parse(
                "<layers><conv name='bad' " + attributes + filters + "/><flatten/><dense units='10'/></layers>"));

        assertThatThrownBy(() -> LayerElements.parse("digits", new Shape(1, 8, 8), PixelScaling.UNIT, layers))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("bad", property);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kernel\" : 0 | kernel",
                "\"kernel\" : 3, \"stride\" : 0 | stride",
                "\"kernel\" : 3, \"padding\" : 3 | padding",
                "\"kernel\" : 3, \"padding\" : -1 | padding",
                "\"kernel\" : 9 | kernel",
                "\"kernel\" : 3, \"filters\" : 0 | filters",
                "\"kernel\" : 3, \"filters\" : 2147483647 | shape"
            })
    void inAFile(String attributes, String property) throws Exception {
        String filters = attributes.contains("filters") ? "" : "\"filters\" : 4, ";
        Files.writeString(
                folder.resolve(NetworkFolder.DESCRIPTION),
                "{ \"name\" : \"n\", \"input\" : [ 1, 8, 8 ], \"layers\" : [ { \"type\" : \"conv\", \"name\" : \"bad\", "
                        + filters + attributes + " } ] }");

        assertThatThrownBy(() -> NetworkFolder.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(NetworkFolder.DESCRIPTION, "bad", property);
    }
}
