/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolFinderTest {
    private static final String SAYS_NOTHING = "exit 0";

    private final ToolFinder finder = new ToolFinder(new ProcessRunner());

    @TempDir
    Path root;

    private static Path program(Path folder, String name, String script) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static ToolRequest by(Path toolPath) {
        return new ToolRequest(Optional.of(toolPath), Optional.empty(), Optional.empty(), Map.of());
    }

    private static ToolRequest in(Map<String, String> environment) {
        return new ToolRequest(Optional.empty(), Optional.empty(), Optional.empty(), environment);
    }

    private Tool found(ToolRequest request) throws IOException {
        assertThat(finder.find(request)).isInstanceOf(ToolSearch.Found.class);
        return ((ToolSearch.Found) finder.find(request)).tool();
    }

    @Test
    void findsVivadoHlsInTheLayoutUpTo2020() throws Exception {
        Path executable = program(root.resolve("Vivado/2019.2/bin"), "vivado_hls", SAYS_NOTHING);

        Tool tool = found(by(root.resolve("Vivado/2019.2")));

        assertThat(tool.kind()).isEqualTo(ToolKind.VIVADO_HLS);
        assertThat(tool.executable()).isEqualTo(executable);
        assertThat(tool.version()).isEqualTo(ToolVersion.of(2019, 2));
        assertThat(tool.flow()).isEqualTo(Flow.TCL);
        assertThat(tool.generation()).isEqualTo(ToolGeneration.VIVADO_HLS);
    }

    @Test
    void findsTheUnifiedToolInTheLayoutFrom2025WithTheVersionFirst() throws Exception {
        Path bin = root.resolve("2025.1/Vitis/bin");
        program(bin, "vitis-run", SAYS_NOTHING);
        Path compiler = program(bin, "v++", SAYS_NOTHING);

        for (Path given : new Path[] {root, root.resolve("2025.1"), root.resolve("2025.1/Vitis"), bin, compiler}) {
            Tool tool = found(by(given));
            assertThat(tool.kind()).isEqualTo(ToolKind.VITIS_UNIFIED);
            assertThat(tool.version()).isEqualTo(ToolVersion.of(2025, 1));
            assertThat(tool.compiler()).contains(compiler);
            assertThat(tool.flow()).isEqualTo(Flow.CONFIG);
            assertThat(tool.generation()).isEqualTo(ToolGeneration.VITIS_KEYED);
        }
    }

    @Test
    void withoutItsCompilerTheUnifiedToolIsDrivenByTcl() throws Exception {
        program(root.resolve("2025.1/Vitis/bin"), "vitis-run", SAYS_NOTHING);

        assertThat(found(by(root)).flow()).isEqualTo(Flow.TCL);
    }

    @Test
    void prefersVitisRunFrom2023SecondReleaseAndVitisHlsBefore() throws Exception {
        for (String version : new String[] {"2023.1", "2023.2"}) {
            Path bin = root.resolve("Vitis_HLS").resolve(version).resolve("bin");
            program(bin, "vitis_hls", SAYS_NOTHING);
            program(bin, "vitis-run", SAYS_NOTHING);
            program(bin, "v++", SAYS_NOTHING);
        }

        assertThat(found(by(root.resolve("Vitis_HLS/2023.1"))).kind()).isEqualTo(ToolKind.VITIS_HLS);
        assertThat(found(by(root.resolve("Vitis_HLS/2023.2"))).kind()).isEqualTo(ToolKind.VITIS_UNIFIED);
    }

    @Test
    void ofManyReleasesTheNewestWinsUnlessOneIsAskedFor() throws Exception {
        program(root.resolve("Vivado/2019.2/bin"), "vivado_hls", SAYS_NOTHING);
        program(root.resolve("Vitis_HLS/2022.2/bin"), "vitis_hls", SAYS_NOTHING);
        program(root.resolve("2025.2/Vitis/bin"), "vitis-run", SAYS_NOTHING);

        assertThat(found(by(root)).version()).isEqualTo(ToolVersion.of(2025, 2));
        ToolRequest old =
                new ToolRequest(Optional.of(root), Optional.of(ToolVersion.of(2019, 2)), Optional.empty(), Map.of());
        assertThat(found(old).kind()).isEqualTo(ToolKind.VIVADO_HLS);
    }

    @Test
    void anExecutableThatIsNamedIsTakenAtItsWord() throws Exception {
        Path bin = root.resolve("Vitis/2024.1/bin");
        program(bin, "vitis-run", SAYS_NOTHING);
        program(bin, "v++", SAYS_NOTHING);
        Path named = program(bin, "vitis_hls", SAYS_NOTHING);

        assertThat(found(by(named)).executable()).isEqualTo(named);
    }

    @Test
    void searchesXilinxHlsThenXilinxVitisThenPath() throws Exception {
        Path hls = root.resolve("hls/Vitis_HLS/2022.1");
        Path vitis = root.resolve("vitis/2025.1/Vitis");
        Path path = root.resolve("path/Vivado/2018.3/bin");
        program(hls.resolve("bin"), "vitis_hls", SAYS_NOTHING);
        program(vitis.resolve("bin"), "vitis-run", SAYS_NOTHING);
        program(path, "vivado_hls", SAYS_NOTHING);
        String paths = root + File.pathSeparator + path;

        Tool first = found(in(Map.of("XILINX_HLS", hls.toString(), "XILINX_VITIS", vitis.toString(), "PATH", paths)));
        Tool second = found(in(Map.of("XILINX_VITIS", vitis.toString(), "PATH", paths)));
        Tool third = found(in(Map.of("PATH", paths)));

        assertThat(first.describe())
                .isEqualTo("vitis_hls 2022.1 (by its folder's name), " + hls.resolve("bin/vitis_hls")
                        + ", found by XILINX_HLS = " + hls + "; driven by Tcl");
        assertThat(second.foundBy()).isEqualTo("XILINX_VITIS = " + vitis);
        assertThat(third.foundBy()).isEqualTo("PATH");
    }

    @Test
    void anExplicitPathIsTheOnlyPlaceLookedAt() throws Exception {
        program(root.resolve("Vitis_HLS/2022.1/bin"), "vitis_hls", SAYS_NOTHING);
        Path empty = Files.createDirectories(root.resolve("empty"));
        ToolRequest request = new ToolRequest(
                Optional.of(empty),
                Optional.empty(),
                Optional.empty(),
                Map.of("XILINX_HLS", root.resolve("Vitis_HLS/2022.1").toString()));

        assertThat(finder.find(request).describe())
                .isEqualTo("no AMD HLS tool found (looked in <toolPath> (-Dmnist-hls.toolPath) = " + empty + ": none)");
    }

    @Test
    void saysWhereItLookedAndWhichVersionItMet() throws Exception {
        Path hls = root.resolve("Vitis_HLS/2022.1");
        program(hls.resolve("bin"), "vitis_hls", SAYS_NOTHING);
        ToolRequest request = new ToolRequest(
                Optional.empty(),
                Optional.of(ToolVersion.of(2023, 2)),
                Optional.empty(),
                Map.of("XILINX_HLS", hls.toString(), "PATH", ""));

        assertThat(finder.find(request).describe())
                .isEqualTo("no AMD HLS tool found (looked in XILINX_HLS = " + hls + ": vitis_hls 2022.1, but"
                        + " <toolVersion>"
                        + " (-Dmnist-hls.toolVersion) asks for"
                        + " 2023.2; XILINX_VITIS (not set):"
                        + " none; PATH: none)");
    }

    @Test
    void asksTheToolForItsVersionWhereTheFolderDoesNotTell() throws Exception {
        Path banner = program(
                root.resolve("tools/bin"),
                "vitis_hls",
                "[ \"$1\" = -version ] && echo '****** Vitis HLS - High-Level Synthesis from C v2022.2 (64-bit)'");

        Tool tool = found(by(banner));

        assertThat(tool.version()).isEqualTo(ToolVersion.of(2022, 2));
        assertThat(tool.describe()).contains("2022.2 (as the tool says)");
    }

    @Test
    void assumesTheLeastAbleReleaseWhereNothingTellsTheVersion() throws Exception {
        Path silent = program(root.resolve("tools/bin"), "vitis_hls", "exit 1");

        Tool tool = found(by(silent));

        assertThat(tool.version()).isEqualTo(ToolVersion.of(2020, 2));
        assertThat(tool.generation()).isEqualTo(ToolGeneration.VITIS_BARE);
        assertThat(tool.describe()).contains("assumed, because the tool does not say its version");
    }

    @Test
    void followsASymbolicLinkToTheFolderThatNamesTheVersion() throws Exception {
        Path executable = program(root.resolve("Vitis_HLS/2023.1/bin"), "vitis_hls", SAYS_NOTHING);
        Path link = Files.createSymbolicLink(
                Files.createDirectories(root.resolve("usr")).resolve("bin"), executable.getParent());

        assertThat(found(in(Map.of("PATH", link.toString()))).version()).isEqualTo(ToolVersion.of(2023, 1));
    }

    @Test
    void settingsAreSourcedForAToolThatWasNamedAndNotForOneThatIsSetUp() throws Exception {
        Path installation = root.resolve("Vitis_HLS/2023.1");
        program(installation.resolve("bin"), "vitis_hls", SAYS_NOTHING);
        Path settings = Files.writeString(installation.resolve("settings64.sh"), "");

        assertThat(found(by(installation)).settingsScript()).contains(settings);
        assertThat(found(by(settings)).settingsScript()).contains(settings);
        assertThat(found(in(Map.of("XILINX_HLS", installation.toString()))).settingsScript())
                .isEmpty();
    }

    @Test
    void refusesAPathThatIsNotThere() {
        assertThatThrownBy(() -> by(root.resolve("nowhere")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<toolPath> (-Dmnist-hls.toolPath)", "nowhere", "there is no such file");
    }

    @Test
    void refusesAVersionThatIsNone() {
        assertThatThrownBy(() -> ToolRequest.parseVersion("latest"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<toolVersion>", "latest", "Write it as 2023.2");
    }

    @Test
    void looksOnForTheVersionThatIsAskedFor() throws Exception {
        Path old = program(root.resolve("Vitis_HLS/2022.1/bin"), "vitis_hls", SAYS_NOTHING);
        Path asked = program(root.resolve("Vitis_HLS/2023.1/bin"), "vitis_hls", SAYS_NOTHING);
        ToolRequest request = new ToolRequest(
                Optional.empty(),
                Optional.of(ToolVersion.of(2023, 1)),
                Optional.empty(),
                Map.of("PATH", old.getParent() + File.pathSeparator + asked.getParent()));

        assertThat(found(request).executable()).isEqualTo(asked);
    }

    @Test
    void theFlowCanBeChosenWhereTheToolHasBoth() throws Exception {
        Path bin = root.resolve("2025.1/Vitis/bin");
        program(bin, "vitis-run", SAYS_NOTHING);
        program(bin, "v++", SAYS_NOTHING);
        ToolRequest request = new ToolRequest(Optional.of(root), Optional.empty(), Optional.of(Flow.TCL), Map.of());

        assertThat(found(request).flow()).isEqualTo(Flow.TCL);
    }

    @Test
    void refusesAFlowThatTheToolDoesNotHave() throws Exception {
        Path tool = program(root.resolve("Vitis_HLS/2022.1/bin"), "vitis_hls", SAYS_NOTHING);
        ToolRequest request = new ToolRequest(Optional.of(tool), Optional.empty(), Optional.of(Flow.CONFIG), Map.of());

        assertThatThrownBy(() -> finder.find(request))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<toolFlow>", "without v++", "Choose tcl or auto");
    }
}
