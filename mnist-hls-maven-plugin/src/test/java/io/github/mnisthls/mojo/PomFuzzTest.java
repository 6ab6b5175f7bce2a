/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
            "<layers><conv filters='4' kernel='5x3' padding='2x1'"
                    + " stride='2'/><batchNorm><name>norm</name></batchNorm><relu/><averagePool"
                    + " size='2'/><flatten/><dropout rate='0.25'/><dense><units>10</units></dense></layers>",
            "<layers><conv name='a' filters='4' kernel='3'/><conv name='b' inputs='image' filters='4' kernel='3'/>"
                    + "<add inputs='a,b'/><globalAveragePool/></layers>",
            "<foldings><folding><layer>conv1</layer><pe>2</pe><simd>5</simd></folding></foldings>",
            "<resources><dsp>100</dsp><lut>1000</lut><ff>2000</ff><bram18>50</bram18></resources>");

    /** Of the goals that have more parameters. */
    private static final List<String> EXPLORING = List.of(
            "<explore><networks><network><name>a</name><layers><flatten/><dense"
                    + " units='10'/></layers></network></networks>"
                    + "<widths><width>0.5</width></widths><seeds><seed>1..3</seed></seeds></explore>",
            "<explore><precisions><precision>auto:4..8</precision></precisions><finetunes><finetune>auto</finetune>"
                    + "</finetunes><implementations><implementation>conv1=adders</implementation></implementations></explore>",
            "<explore><parts><part>xc7a35tcpg236-1</part></parts><clocks><clock>5.5</clock></clocks>"
                    + "<targets><target>maxMultipliers=100 maxLut=20000</target></targets></explore>",
            "<constraints><minimumAccuracy>0.98</minimumAccuracy><imagesPerSecond>1000</imagesPerSecond><dsp>90</dsp>"
                    + "</constraints>",
            "<objectives><objective>accuracy</objective><objective>lut</objective></objectives>",
            "<slurm><partition>short</partition><account>me</account><time>10:00</time><cpus>2</cpus><memory>4096</memory>"
                    + "<options><option>--nice=10</option></options><retries>2</retries><pollSeconds>5</pollSeconds></slurm>");

    private static final String BUDGET = "<budget><bitExact>true</bitExact><minimumAccuracy>0.98</minimumAccuracy>"
            + "<largestAccuracyDrop>0.01</largestAccuracyDrop><largestFlips>20</largestFlips><intervalCycles>1000"
            + "</intervalCycles><lut>1000</lut><clockPeriodNs>10</clockPeriodNs></budget>";

    @TempDir
    private Path folder;

    /** Some parameter of another goal may be added; what switches a goal off and names a file is Maven's to read. */
    @Test
    void everyParameterIsTried() throws Exception {
        Set<String> tried = new TreeSet<>(new ConfiguredGoal(GOAL, folder).parameters());
        tried.addAll(ownOfExplore());
        for (String tree : EXPLORING) {
            tried.add(ConfiguredGoal.parse(tree).getName());
        }
        tried.add(ConfiguredGoal.parse(BUDGET).getName());
        Set<String> others = new TreeSet<>();
        for (String goal : ConfiguredGoal.goals()) {
            if (!goal.equals("help")) {
                others.addAll(new ConfiguredGoal(goal, folder).parameters());
            }
        }
        others.removeAll(tried);
        others.removeIf(name -> name.endsWith("Skip"));

        assertThat(others).containsExactly("repair", "script");
    }

    private List<String> ownOfExplore() {
        return new ConfiguredGoal("explore", folder)
                .parameters().stream()
                        .filter(name -> name.startsWith("explore") || name.equals("executor"))
                        .toList();
    }

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

    /** All that only the goal that explores takes: texts and trees. */
    @Test
    void exploring() throws Exception {
        List<String> own = ownOfExplore();
        new Fuzzing(folder, "POM of explore").run((random, place) -> {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            if (random.nextInt(4) == 0) {
                Xpp3Dom child = new Xpp3Dom(own.get(random.nextInt(own.size())));
                child.setValue(value(random));
                configuration.addChild(child);
            } else {
                configuration.addChild(tree(EXPLORING, random));
            }
            return exploring(place, configuration);
        });
    }

    private static Callable<?> exploring(Path place, Xpp3Dom configuration) {
        return () -> {
            ExploreMojo goal = new ExploreMojo();
            try {
                new ConfiguredGoal("explore", place).fill(goal, configuration);
            } catch (ComponentConfigurationException e) {
                return e;
            }
            goal.space();
            goal.wishes();
            goal.searchKind();
            goal.points();
            goal.cores();
            goal.executorKind();
            return goal.slurmSettings(1);
        };
    }

    @Test
    void budgets() throws Exception {
        new Fuzzing(folder, "POM of check").run((random, place) -> {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            configuration.addChild(tree(List.of(BUDGET), random));
            return () -> {
                CheckMojo goal = new CheckMojo();
                try {
                    new ConfiguredGoal("check", place).fill(goal, configuration);
                } catch (ComponentConfigurationException e) {
                    return e;
                }
                return goal.budget();
            };
        });
    }

    private static String value(Random random) {
        String healthy = HEALTHY.get(random.nextInt(HEALTHY.size()));
        return random.nextInt(4) == 0 ? healthy : Mutation.text(healthy, random);
    }

    /** Maven itself refuses what is no XML; another is drawn then. */
    private static Xpp3Dom tree(List<String> healthy, Random random) {
        Optional<Xpp3Dom> tree = Optional.empty();
        while (tree.isEmpty()) {
            tree = parsed(Mutation.text(healthy.get(random.nextInt(healthy.size())), random));
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
            configuration.addChild(tree(TREES, random));
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
