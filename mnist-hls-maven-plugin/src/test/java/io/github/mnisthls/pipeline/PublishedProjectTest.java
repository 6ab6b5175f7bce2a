/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.ScriptOptions;
import io.github.mnisthls.rendering.TinyProjects;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedProjectTest {
    private static final DesignNames NAMES = new DesignNames("cnn", "cnn_net", "");

    @TempDir
    Path root;

    private WorkFolder work;
    private Path copy;

    @BeforeEach
    void folders() {
        work = new WorkFolder(root.resolve("target/mnist-hls"));
        copy = root.resolve("fpga/cnn");
    }

    /** As a goal does it: generates, then brings the copy up to date. */
    private void generate(boolean copyGolden) throws IOException {
        ScriptOptions scripts = new ScriptOptions(
                SampleDialects.TODAY.dialect(),
                3,
                SampleDialects.COORDINATES,
                copyGolden ? Optional.empty() : Optional.of(work.goldenSeenFrom(copy, NAMES)));
        Path generated = work.folder(StepName.GENERATE);
        for (String stale : FileTree.list(generated)) {
            Files.delete(generated.resolve(stale));
        }
        for (Map.Entry<String, byte[]> file : TinyProjects.render(scripts).entrySet()) {
            Path target = generated.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        GenerateSettings tiny = TinyBuild.settings(root).generate();
        new PublishedProject(new GenerateSettings(
                        tiny.hardware(),
                        tiny.interfaceKind(),
                        tiny.control(),
                        NAMES,
                        scripts,
                        0,
                        Optional.of(copy),
                        false,
                        Optional.empty()))
                .bringUpToDate(generated);
    }

    private String text(String name) throws IOException {
        return Files.readString(copy.resolve(name));
    }

    @Test
    void theCopyIsTheProject() throws IOException {
        generate(true);

        Map<String, String> digests = FileTree.digests(copy);
        digests.remove(OwnedTree.MANIFEST);
        assertThat(digests).isEqualTo(FileTree.digests(work.folder(StepName.GENERATE)));
        assertThat(digests).containsKey("tb/golden.bin");
    }

    @Test
    void withoutGoldenVectorsItsScriptsNameThoseOfTheWorkFolder() throws IOException {
        generate(false);

        String place = "../../target/mnist-hls/hls/tb/golden.bin";
        assertThat(copy.resolve(place)).isRegularFile();
        assertThat(text("sources.mk")).contains("MNIST_HLS_GOLDEN := " + place + "\n");
        assertThat(text("sources.tcl")).contains("set MNIST_HLS_GOLDEN {" + place + "}\n");
        assertThat(text("run_hls.tcl")).contains("add_files -tb {" + place + "}\n");
        assertThat(text("hls_config.cfg")).contains("tb.file=" + place + "\n");
        assertThat(FileTree.list(copy)).noneMatch(name -> name.endsWith(".bin") || name.startsWith("internal/"));
        // The project itself is whole.
        assertThat(Files.readString(work.folder(StepName.GENERATE).resolve("sources.mk")))
                .contains("MNIST_HLS_GOLDEN := tb/golden.bin\n");
    }

    @Test
    void theSettingMayChange() throws IOException {
        generate(true);
        generate(false);
        assertThat(copy.resolve("tb/golden.bin")).doesNotExist();
        assertThat(copy.resolve("tb/testbench.cpp")).isRegularFile();

        generate(true);
        assertThat(copy.resolve("tb/golden.bin")).isRegularFile();
        assertThat(text("sources.mk")).contains("MNIST_HLS_GOLDEN := tb/golden.bin\n");
    }

    @Test
    void aPlaceThatNoScriptCanNameIsRefused() {
        copy = root.resolve("fpga/cnn");
        work = new WorkFolder(root.resolve("my work"));

        assertThatThrownBy(() -> generate(false))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<copyGolden>", "-Dmnist-hls.copyGolden", "../../my work/hls/tb/golden.bin");
    }
}
