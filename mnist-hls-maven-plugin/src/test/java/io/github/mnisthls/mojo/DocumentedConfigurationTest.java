/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.documentation.CodeBlock;
import io.github.mnisthls.documentation.Goals;
import io.github.mnisthls.documentation.Page;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every XML block of the pages: whole POMs are those that a case builds, and settings are taken by the goals. */
class DocumentedConfigurationTest {
    private static final String PLUGIN = "mnist-hls-maven-plugin";
    private static final Goals GOALS = Goals.read();

    @TempDir
    Path folder;

    @Test
    void blocksAreUsable() throws IOException {
        List<CodeBlock> blocks = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("xml"))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(5);
        List<String> problems = new ArrayList<>();
        for (CodeBlock block : blocks) {
            problems(block.text()).forEach(problem -> problems.add(block.place() + ": " + problem));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void wrongBlocksAreSeen() throws IOException {
        assertThat(problems("<configuration><epochs>3</configuration>")).hasSize(1);
        assertThat(problems("<configuration><epoch>3</epoch></configuration>")).hasSize(1);
        assertThat(problems("<configuration><epochs>three</epochs></configuration>"))
                .hasSize(1);
        assertThat(problems("<configuration><precision>ap_fixed<![CDATA[<0,0>]]></precision></configuration>"))
                .hasSize(1);
        assertThat(problems("<configuration><layers><lstm units='4'/></layers></configuration>"))
                .hasSize(1);
        assertThat(problems("<configuration><budget><luts>4</luts></budget></configuration>"))
                .hasSize(1);
        assertThat(problems("<configuration><csynth>perhaps</csynth></configuration>"))
                .hasSize(1);
        assertThat(problems("<properties><mnist-hls.epoch>3</mnist-hls.epoch></properties>"))
                .hasSize(1);
        assertThat(problems("<executions><execution><goals><goal>synth</goal></goals></execution></executions>"))
                .hasSize(1);
        assertThat(problems("<precision>conv1=auto:0</precision>")).hasSize(1);
        assertThat(problems("<project><modelVersion>4.0.0</modelVersion></project>"))
                .hasSize(1);
        assertThat(problems("<configuration><epochs>3</epochs></configuration>"))
                .isEmpty();
    }

    private List<String> problems(String xml) throws IOException {
        Xpp3Dom root;
        try {
            root = ConfiguredGoal.parse(xml);
        } catch (XmlPullParserException e) {
            return List.of("it is not well-formed: " + e.getMessage());
        }
        List<String> problems = new ArrayList<>();
        if (root.getName().equals("project") && builtPoms().noneMatch(pom -> pom.equals(normalized(xml)))) {
            problems.add("no case in src/it builds this POM");
        }
        walk(isParameter(root) ? configuration(root) : root, PLUGIN, problems);
        return problems;
    }

    /** Pages may show a single parameter. */
    private static boolean isParameter(Xpp3Dom element) {
        return GOALS.parameters().contains(element.getName());
    }

    private static Xpp3Dom configuration(Xpp3Dom parameter) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(parameter);
        return configuration;
    }

    private void walk(Xpp3Dom element, String plugin, List<String> problems) throws IOException {
        Xpp3Dom artifact = element.getName().equals("plugin") ? element.getChild("artifactId") : null;
        String owner = artifact == null ? plugin : artifact.getValue();
        if (element.getName().equals("configuration") && owner.equals(PLUGIN)) {
            configure(element, problems);
            return;
        }
        if (element.getName().equals("goal") && owner.equals(PLUGIN)) {
            requireGoal(element.getValue(), problems);
        }
        if (element.getName().startsWith("mnist-hls.") && !GOALS.properties().contains(element.getName())) {
            problems.add("there is no property " + element.getName());
        }
        for (Xpp3Dom child : element.getChildren()) {
            walk(child, owner, problems);
        }
    }

    private static void requireGoal(String name, List<String> problems) {
        if (!GOALS.phases().containsKey(name)) {
            problems.add("there is no goal " + name);
        }
    }

    /** Three goals have all parameters between them. */
    private void configure(Xpp3Dom configuration, List<String> problems) throws IOException {
        ConfiguredGoal check = new ConfiguredGoal("check", folder);
        ConfiguredGoal pack = new ConfiguredGoal("package", folder);
        ConfiguredGoal explore = new ConfiguredGoal("explore", folder);
        Xpp3Dom forPackage = new Xpp3Dom("configuration");
        Xpp3Dom forExplore = new Xpp3Dom("configuration");
        Xpp3Dom forCheck = new Xpp3Dom("configuration");
        for (Xpp3Dom child : configuration.getChildren()) {
            boolean others = !check.takes(child.getName());
            boolean onlyPackage = others && pack.takes(child.getName());
            boolean onlyExplore = others && explore.takes(child.getName());
            (onlyPackage ? forPackage : onlyExplore ? forExplore : forCheck).addChild(child);
        }
        Xpp3Dom templates = configuration.getChild("templateDirectory");
        if (templates != null) {
            Files.createDirectories(folder.resolve(templates.getValue()));
        }
        for (String unknown : unknown(forCheck, check)) {
            problems.add("no goal has the parameter <" + unknown + ">");
        }
        if (problems.isEmpty()) {
            try {
                pack.fill(new PackageMojo(), forPackage);
                CheckMojo goal = new CheckMojo();
                check.fill(goal, forCheck);
                goal.buildSettings();
                goal.csimSettings();
                goal.simulatesOnHost();
                goal.toolSettings();
                goal.budget();
                ExploreMojo exploring = new ExploreMojo();
                explore.fill(exploring, forExplore);
                exploring.space();
                exploring.wishes();
                exploring.executorKind();
                exploring.slurmSettings(2048);
            } catch (ComponentConfigurationException | InvalidSettingException e) {
                problems.add(e.getMessage());
            }
        }
    }

    private static List<String> unknown(Xpp3Dom configuration, ConfiguredGoal goal) {
        TreeSet<String> names = new TreeSet<>();
        for (Xpp3Dom child : configuration.getChildren()) {
            if (!goal.takes(child.getName())) {
                names.add(child.getName());
            }
        }
        return List.copyOf(names);
    }

    private static Stream<String> builtPoms() throws IOException {
        List<String> poms = new ArrayList<>();
        poms.add(normalized(Files.readString(Page.file("example-project/pom.xml"))));
        try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
            for (Path file : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                poms.add(normalized(Files.readString(file).replace("@project.version@", "1.0.0-SNAPSHOT")));
            }
        }
        return poms.stream();
    }

    private static String normalized(String pom) {
        return pom.replaceFirst("<\\?xml[^>]*>", "").strip();
    }
}
