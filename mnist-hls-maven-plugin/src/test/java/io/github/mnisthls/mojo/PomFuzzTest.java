/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a POM may say of every parameter, as Maven hands it over. */
@Slow
class PomFuzzTest {
    private static final String GOAL = "package";

    /** What the parameters take, of all kinds. */
    private static final List<String> HEALTHY = List.of(
            "10",
            "0.5",
            "true",
            "lenet",
            "1x28x28",
            "ap_fixed<16,8>",
            "*=auto:8; conv1.weights=ap_fixed<8,2,AP_RND,AP_SAT>",
            "xc7z020clg400-1",
            "axis",
            "auto",
            "2023.1",
            "0.1307,0.2",
            "2h",
            "my::net",
            "'my tool' -x",
            "some/folder",
            "g++");

    private static final List<String> TREES = List.of(
            "<layers><conv filters='4' kernel='5x3' padding='2x1' stride='2'/><batchNorm><name>norm</name></batchNorm><relu/>"
                    + "<averagePool size='2'/><flatten/><dropout rate='0.25'/><dense><units>10</units></dense></layers>",
            "<layers><conv name='a' filters='4' kernel='3'/><conv name='b' inputs='image' filters='4' kernel='3'/>"
                    + "<add inputs='a,b'/><globalAveragePool/></layers>",
            "<foldings><folding><layer>conv1</layer><pe>2</pe><simd>5</simd></folding></foldings>",
            "<resources><dsp>100</dsp><lut>1000</lut><ff>2000</ff><bram18>50</bram18></resources>");

    @TempDir
    private Path folder;

    @Test
    void values() throws Exception {
        List<String> parameters = new ConfiguredGoal(GOAL, folder).parameters();
        new Fuzzing(folder, "POM values").run((random, place) -> {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            for (int count = random.nextInt(2); count >= 0; count--) {
                Xpp3Dom child = new Xpp3Dom(parameters.get(random.nextInt(parameters.size())));
                child.setValue(value(random));
                if (configuration.getChild(child.getName()) == null) {
                    configuration.addChild(child);
                }
            }
            return reading(place, configuration);
        });
    }

    private static String value(Random random) {
        String healthy = HEALTHY.get(random.nextInt(HEALTHY.size()));
        return random.nextInt(4) == 0 ? healthy : Mutation.text(healthy, random);
    }

    /** Maven itself refuses what is no XML; another is drawn then. */
    private static Xpp3Dom tree(Random random) {
        Optional<Xpp3Dom> tree = Optional.empty();
        while (tree.isEmpty()) {
            tree = parsed(Mutation.text(TREES.get(random.nextInt(TREES.size())), random));
        }
        return tree.get();
    }

    private static Optional<Xpp3Dom> parsed(String xml) {
        try {
            return Optional.of(ConfiguredGoal.parse(xml));
        } catch (XmlPullParserException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Test
    void trees() throws Exception {
        new Fuzzing(folder, "POM trees").run((random, place) -> {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            configuration.addChild(tree(random));
            return reading(place, configuration);
        });
    }

    private static Callable<?> reading(Path place, Xpp3Dom configuration) {
        return () -> {
            PackageMojo goal = new PackageMojo();
            try {
                new ConfiguredGoal(GOAL, place).fill(goal, configuration);
            } catch (ComponentConfigurationException e) {
                // Maven's own words, for a number that is none and an element that is not there.
                return e;
            }
            goal.buildSettings();
            goal.csimSettings();
            goal.toolSettings();
            return goal.simulatesOnHost();
        };
    }
}
