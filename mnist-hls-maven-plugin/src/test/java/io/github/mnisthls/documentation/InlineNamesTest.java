/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names of settings within sentences: properties and POM elements that there are. */
class InlineNamesTest {
    private static final Goals GOALS = Goals.read();
    private static final MavenCommand MAVEN = new MavenCommand(GOALS);
    private static final Pattern PROPERTY = Pattern.compile("-D(mnist-hls\\.[\\w.-]*\\w)");
    private static final Pattern ELEMENT = Pattern.compile("^<([a-zA-Z]\\w*)[/ >]");
    private static final Pattern GOAL = Pattern.compile("mnist-hls:([a-z-]+)");

    /** Elements within parameters, and those of a POM. */
    private static final Set<String> INNER = Set.of(
            // layers
            "conv",
            "batchNorm",
            "relu",
            "maxPool",
            "averagePool",
            "globalAveragePool",
            "flatten",
            "dense",
            "dropout",
            // budget and resources
            "bitExact",
            "minimumAccuracy",
            "largestAccuracyDrop",
            "largestFlips",
            "intervalCycles",
            "latencyCycles",
            "lut",
            "ff",
            "dsp",
            "bram18",
            "uram",
            "clockPeriodNs",
            // foldings
            "folding",
            "layer",
            "pe",
            "simd",
            "implementation",
            "windows",
            // explore and slurm
            "networks",
            "network",
            "name",
            "widths",
            "seeds",
            "precisions",
            "finetunes",
            "implementations",
            "parts",
            "clocks",
            "targets",
            "imagesPerSecond",
            "partition",
            "account",
            "time",
            "licenses",
            "cpus",
            "memory",
            "options",
            "retries",
            "pollSeconds",
            "java",
            // POM
            "packaging",
            "extensions",
            "configuration",
            "executions",
            "execution",
            "properties",
            "plugin",
            "dependency",
            "type",
            "classifier",
            "phase",
            "goals",
            "id",
            "profile",
            "parent",
            "version");

    @Test
    void settingsInSentencesExist() {
        List<String> problems = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String code : page.inlineCode()) {
                problems(code).forEach(problem -> problems.add(page.name() + ": " + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void wrongNamesAreSeen() {
        assertThat(problems("-Dmnist-hls.epoch=3")).containsExactly("mnist-hls.epoch");
        assertThat(problems("<epoch>")).containsExactly("<epoch>");
        assertThat(problems("<lstm units=\"4\"/>")).containsExactly("<lstm>");
        assertThat(problems("mvn mnist-hls:syn")).containsExactly("there is no mnist-hls:syn", "mnist-hls:syn");
        assertThat(problems("mvn verify -Pnowhere")).containsExactly("there is no -Pnowhere");
        assertThat(problems("mvn mnist-hls:csynth -Dmnist-hls.seed=3")).isEmpty();
        assertThat(problems("ap_fixed<16,8>")).isEmpty();
        assertThat(problems("synthesis/<tool>/")).isEmpty();
    }

    private static List<String> problems(String code) {
        List<String> problems = new ArrayList<>();
        if (code.startsWith("mvn ") && !code.contains("...")) {
            problems.addAll(MAVEN.problems(code.substring("mvn ".length())));
        }
        PROPERTY.matcher(code)
                .results()
                .filter(match -> !GOALS.properties().contains(match.group(1)))
                .forEach((MatchResult match) -> problems.add(match.group(1)));
        ELEMENT.matcher(code)
                .results()
                .filter(match -> !GOALS.parameters().contains(match.group(1)) && !INNER.contains(match.group(1)))
                .forEach((MatchResult match) -> problems.add("<" + match.group(1) + ">"));
        GOAL.matcher(code)
                .results()
                .filter(match -> !GOALS.phases().containsKey(match.group(1)))
                .forEach((MatchResult match) -> problems.add("mnist-hls:" + match.group(1)));
        return problems;
    }
}
