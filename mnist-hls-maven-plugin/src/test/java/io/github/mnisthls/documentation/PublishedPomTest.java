/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What Maven Central demands of a POM stands in ours. */
class PublishedPomTest {
    private static String value(String pom, String element) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..").resolve(pom).toFile());
        return XPathFactory.newInstance().newXPath().evaluate("/project/" + element, document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void theParentSays(String element) throws Exception {
        assertThat(value("pom.xml", element)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "description", "artifactId"})
    void thePluginSaysByItself(String element) throws Exception {
        assertThat(value("mnist-hls-maven-plugin/pom.xml", element)).isNotBlank();
    }

    /** Otherwise the address of the module would be that of the repository with the module's name behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@child.project.url.inherit.append.path",
                "scm/@child.scm.url.inherit.append.path",
                "scm/@child.scm.connection.inherit.append.path",
                "scm/@child.scm.developerConnection.inherit.append.path"
            })
    void addressesAreInheritedAsTheyAre(String attribute) throws Exception {
        assertThat(value("pom.xml", attribute)).isEqualTo("false");
    }
}
