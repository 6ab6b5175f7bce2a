/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.documentation.CodeBlock;
import io.github.mnisthls.documentation.Goals;
import io.github.mnisthls.documentation.Page;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.pipeline.BuildSettings;
import io.github.mnisthls.pipeline.GenerateSettings;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.rendering.GeneratedProject;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.SampleNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every configuration of the pages becomes a design that compiles and gives the emulator's logits; with drawn weights, which
 * are there at once.
 */
@Slow
@Thorough
class DocumentedDesignsTest {
    private static final String PLUGIN = "mnist-hls-maven-plugin";
    private static final Goals GOALS = Goals.read();
    private static final int CALIBRATION_IMAGES = 20;

    @TempDir
    private Path folder;

    private final Set<String> built = new HashSet<>();

    @Test
    void everyConfigurationGivesADesign() throws Exception {
        ExternalProgram.require("g++", "g++", DocumentedDesignsTest.class);
        List<CodeBlock> blocks = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("xml"))
                .toList();

        int configurations = 0;
        for (CodeBlock block : blocks) {
            for (Xpp3Dom configuration : configurations(block.text())) {
                configurations++;
                assertThat(simulated(configuration))
                        .as(block.place())
                        .contains("logitsDiffering 0\n", ProjectRenderer.VERDICT);
            }
        }

        assertThat(configurations).isGreaterThan(10);
        assertThat(built).hasSizeGreaterThan(6);
    }

    /** Those of this plugin in a block, whole or in parts. */
    private static List<Xpp3Dom> configurations(String xml) throws XmlPullParserException {
        Xpp3Dom root = ConfiguredGoal.parse(xml);
        List<Xpp3Dom> found = new ArrayList<>();
        if (GOALS.parameters().contains(root.getName())) {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            configuration.addChild(root);
            found.add(configuration);
        } else {
            walk(root, PLUGIN, found);
        }
        return found;
    }

    private static void walk(Xpp3Dom element, String plugin, List<Xpp3Dom> found) {
        Xpp3Dom artifact = element.getName().equals("plugin") ? element.getChild("artifactId") : null;
        String owner = artifact == null ? plugin : artifact.getValue();
        if (element.getName().equals("configuration") && owner.equals(PLUGIN)) {
            found.add(element);
        }
        for (Xpp3Dom child : element.getChildren()) {
            walk(child, owner, found);
        }
    }

    /** What the testbench says; of a design that was built before, what it said then. */
    private String simulated(Xpp3Dom configuration) throws Exception {
        RenderRequest request = request(settings(configuration));
        String digest = digest(request);
        if (!built.add(digest)) {
            return "logitsDiffering 0\n" + ProjectRenderer.VERDICT;
        }
        Path project = Files.createDirectories(folder.resolve(digest));
        return GeneratedProject.write(request, project)
                .compile("g++", "-O0")
                .simulate("tb/" + request.names().prefix() + "golden.bin")
                .text();
    }

    private static String digest(RenderRequest request) {
        Digest digest = Digest.create();
        new ProjectRenderer().render(request).values().forEach(digest::add);
        return digest.hex();
    }

    private BuildSettings settings(Xpp3Dom configuration) throws Exception {
        ConfiguredGoal check = new ConfiguredGoal("check", folder);
        Xpp3Dom taken = new Xpp3Dom("configuration");
        for (Xpp3Dom child : configuration.getChildren()) {
            if (check.takes(child.getName())) {
                taken.addChild(child);
            }
        }
        Xpp3Dom templates = configuration.getChild("templateDirectory");
        if (templates != null) {
            Files.createDirectories(folder.resolve(templates.getValue()));
        }
        CheckMojo goal = new CheckMojo();
        check.fill(goal, taken);
        return goal.buildSettings();
    }

    private static RenderRequest request(BuildSettings settings) throws IOException {
        Architecture architecture = settings.train().architecture().orElseGet(DefaultArchitecture::create);
        QuantizedNetwork network = Quantizer.quantize(
                        FoldBatchNorm.fold(DrawnNetwork.of(architecture)),
                        settings.precision().precision(),
                        images(architecture),
                        1)
                .network();
        GenerateSettings generate = settings.generate();
        return new RenderRequest(
                network,
                new Planner().plan(network, generate.hardware()),
                generate.interfaceKind(),
                generate.control(),
                generate.names(),
                SampleNetworks.golden(network, 2),
                generate.scripts(),
                Optional.empty());
    }

    private static LabeledImages images(Architecture architecture) {
        byte[] pixels = new byte[CALIBRATION_IMAGES * architecture.input().size()];
        new Random(1).nextBytes(pixels);
        return LabeledImages.of(architecture.input(), pixels, new byte[CALIBRATION_IMAGES]);
    }
}
