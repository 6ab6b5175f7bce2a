/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class JUnitXmlTest {
    private static final StepResult PASSED = new StepResult(
            "mnist-hls.csim", "every logit agrees", StepResult.Status.PASSED, "", "", Duration.ofMillis(1500));
    private static final StepResult SKIPPED =
            new StepResult("mnist-hls.cosim", "RTL agrees", StepResult.Status.SKIPPED, "no tool", "", Duration.ZERO);
    private static final StepResult FAILED = new StepResult(
            "mnist-hls.csynth",
            "a \"b\" <c> & größe",
            StepResult.Status.FAILED,
            "line 1\nline 2",
            "bell \u0007, surrogate \ud800",
            Duration.ofSeconds(3));

    @TempDir
    Path folder;

    @Test
    void writesWhatBuildServersRead() {
        assertThat(JUnitXml.text("mnist-hls", List.of(PASSED, SKIPPED))).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="mnist-hls" tests="2" failures="0" errors="0" skipped="1" time="1.500">
                          <testcase classname="mnist-hls.csim" name="every logit agrees" time="1.500">
                          </testcase>
                          <testcase classname="mnist-hls.cosim" name="RTL agrees" time="0.000">
                            <skipped message="no tool"/>
                          </testcase>
                        </testsuite>
                        """);
    }

    @Test
    void anyTextOfAToolGivesWellFormedXml() throws Exception {
        Path file = folder.resolve("reports/TEST-mnist-hls.xml");

        JUnitXml.write(file, "mnist-hls", List.of(PASSED, FAILED));

        Element suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(failed.getAttribute("name")).isEqualTo("a \"b\" <c> & größe");
        assertThat(failure.getAttribute("message")).isEqualTo("line 1\nline 2");
        assertThat(failure.getTextContent()).isEqualTo("bell ?, surrogate ?");
    }

    @Test
    void aStepThatDidNotPassSaysWhy() {
        assertThatThrownBy(() -> new StepResult("g", "n", StepResult.Status.SKIPPED, " ", "", Duration.ZERO))
                .hasMessageContaining("needs a message");
    }
}
