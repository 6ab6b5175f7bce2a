/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.HostileText;
import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.pipeline.BuildSettings;
import io.github.mnisthls.pipeline.GenerateSettings;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.File;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile text in any setting is refused by the setting's name, or leaves the code of every generated file as it is. */
@Slow
class HostileSettingsTest {
    /** What may hold any text: words of a command, which get into no generated file, and a title, which gets into comments. */
    private static final Set<String> FREE = Set.of("cxx", "launcher", "networkName");

    /** In a locale of bytes there are no other characters in names of files. */
    private static final Charset PATHS = Charset.forName(System.getProperty("sun.jnu.encoding"));

    @TempDir
    Path folder;

    @Test
    void everySettingIsRefusedOrHarmless() throws Exception {
        Map<String, String> reference = rendered(read("topName", "cnn"));
        Map<String, Class<?>> texts = texts();
        assertThat(texts).containsKeys("precision", "part", "launcher", "networkName", "toolPath", "dataset");
        for (String setting : texts.keySet()) {
            for (String text : HostileText.ALL) {
                BuildSettings settings;
                try {
                    settings = read(setting, text);
                } catch (ComponentConfigurationException e) {
                    assertThat(text.contains("\0") || !PATHS.newEncoder().canEncode(text))
                            .as("no path can hold '%s'", text)
                            .isTrue();
                    continue;
                } catch (InvalidSettingException e) {
                    assertThat(e.getMessage()).as("%s: %s", setting, text).startsWith("<" + setting + "> (");
                    continue;
                }
                if (texts.get(setting) == String.class) {
                    assertThat(FREE).as("settings that take '%s'", text).contains(setting);
                }
                assertThat(rendered(settings)).as("%s: %s", setting, text).isEqualTo(reference);
            }
        }
    }

    @Test
    void aPrecisionOfSeveralLinesIsOneLine() throws Exception {
        BuildSettings settings = read("precision", "\n  conv1=ap_fixed<16,8>;\n\u2028 *=auto:8\n");

        assertThat(settings.precision().precision().text()).isEqualTo("conv1=ap_fixed<16,8>; *=auto:8");
    }

    @Test
    void anEmptyFlagIsNone() throws Exception {
        PackageMojo goal = new PackageMojo();
        new ConfiguredGoal("package", folder)
                .fill(
                        goal,
                        ConfiguredGoal.parse(
                                "<configuration><cxxFlags><flag/><flag>-O2</flag></cxxFlags></configuration>"));

        assertThat(goal.csimSettings().flags()).containsExactly("-O2");
    }

    /** Settings that are text or a path, by their names in the POM. */
    private Map<String, Class<?>> texts() {
        ConfiguredGoal goal = new ConfiguredGoal("package", folder);
        TreeMap<String, Class<?>> names = new TreeMap<>();
        for (Class<?> owner = PackageMojo.class; owner != AbstractHlsMojo.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                String name = field.getName().equals("interfaceKind") ? "interface" : field.getName();
                boolean isText = field.getType() == String.class || field.getType() == File.class;
                if (isText && goal.takes(name)) {
                    names.put(name, field.getType());
                }
            }
        }
        return names;
    }

    private BuildSettings read(String element, String value) throws Exception {
        return PackageSettings.read(folder, element, value);
    }

    /** All generated text by file, C++ without its comments. */
    private static Map<String, String> rendered(BuildSettings settings) {
        FixedPointFormat format = new FixedPointFormat(8, 3, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork sample = new SampleNetworks(1, new Shape(1, 4, 4), format, format, format)
                .dense("dense", 3, false)
                .build();
        QuantizedNetwork network = new QuantizedNetwork(
                settings.train().architecture().map(own -> own.name()).orElse("lenet"),
                settings.precision().precision().text(),
                sample.input(),
                sample.nodes());
        GenerateSettings generate = settings.generate();
        HardwarePlan plan = new Planner().plan(network, generate.hardware());
        Map<String, String> texts = new TreeMap<>();
        new ProjectRenderer()
                .render(new RenderRequest(
                        network,
                        plan,
                        generate.interfaceKind(),
                        generate.control(),
                        generate.names(),
                        SampleNetworks.golden(network, 1),
                        generate.scripts(),
                        Optional.empty()))
                .forEach((file, bytes) ->
                        texts.put(file, new String(bytes, StandardCharsets.UTF_8).replaceAll("(?m)^\\s*///.*$", "")));
        return texts;
    }
}
