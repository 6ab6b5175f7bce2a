/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.amd.dialect.SampleDialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that brings the network into a Vivado project, run with stand-ins for Vivado's commands that log calls. */
@Slow
class AddIpScriptTest {
    private static final String VIVADO = """
        proc current_project {} { return p }
        proc get_property {name object} {
          if {$name eq "DIRECTORY"} { return %1$s/project }
          if {$name eq "ip_repo_paths"} { return [list {/others/ip}] }
          error "no property $name"
        }
        proc set_property {name value object} { puts "set_property $name {$value} $object" }
        proc update_ip_catalog {args} { puts [string trim "update_ip_catalog $args"] }
        proc get_ipdefs {option filter} {
          if {"$option $filter" ne "-filter NAME == cnn"} { error "filter $filter" }
          return {xilinx.com:hls:cnn:1.0 xilinx.com:hls:cnn:1.10 xilinx.com:hls:cnn:1.9}
        }
        set ips {}
        proc get_ips {args} { return $::ips }
        proc create_ip {args} { puts "create_ip $args"; lappend ::ips [lindex $args end] }
        proc generate_target {what ips} { puts "generate_target $what $ips" }
        """;

    @TempDir
    Path root;

    private Path network;
    private Path programs;

    @BeforeEach
    void render() throws IOException {
        network = Files.createDirectories(root.resolve("hls"));
        programs = Files.createDirectories(root.resolve("bin"));
        Files.write(
                network.resolve("add_ip.tcl"),
                TinyProjects.render(SampleDialects.TODAY).get("add_ip.tcl"));
    }

    private record Run(int status, String text) {}

    /** Sources the script twice, in a folder that is not its own. */
    private Run source(Optional<Path> named) throws IOException, InterruptedException {
        Path tclsh = ExternalProgram.require("tclsh", "tcl", AddIpScriptTest.class);
        Path script = Files.writeString(
                root.resolve("vivado.tcl"),
                VIVADO.formatted(root) + "source " + network.resolve("add_ip.tcl") + "\nputs again\nsource "
                        + network.resolve("add_ip.tcl") + "\n");
        ProcessBuilder builder = new ProcessBuilder(tclsh.toString(), script.toString())
                .directory(Files.createDirectories(root.resolve("project")).toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", programs + ":/bin:/usr/bin");
        builder.environment().remove("MNIST_HLS_IP");
        named.ifPresent(place -> builder.environment().put("MNIST_HLS_IP", place.toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), text.replace(root.toString(), "ROOT"));
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private void program(String name, String body) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theExportedZipIsUnpackedIntoTheProjectOnceAndTheLatestVersionIsTaken() throws Exception {
        file("export/cnn.zip");

        assertThat(source(Optional.empty()).text()).isEqualTo("""
            set_property ip_repo_paths {/others/ip ROOT/project/cnn_ip_repository} p
            update_ip_catalog -add_ip ROOT/export/cnn.zip -repo_path ROOT/project/cnn_ip_repository -overwrite
            update_ip_catalog
            create_ip -vlnv xilinx.com:hls:cnn:1.10 -module_name cnn_0
            generate_target all cnn_0
            again
            set_property ip_repo_paths {/others/ip ROOT/project/cnn_ip_repository} p
            update_ip_catalog -add_ip ROOT/export/cnn.zip -repo_path ROOT/project/cnn_ip_repository -overwrite
            update_ip_catalog
            """);
    }

    @Test
    void aFolderIsARepositoryByItself() throws Exception {
        file("hls/hls_project/solution1/impl/ip/component.xml");

        assertThat(source(Optional.empty()).text())
                .contains("set_property ip_repo_paths {/others/ip ROOT/hls/hls_project/solution1/impl/ip} p\n")
                .contains("create_ip ")
                .doesNotContain("-add_ip");
    }

    @Test
    void theEnvironmentGoesFirstAndMustBeRight() throws Exception {
        file("export/cnn.zip");
        Path mine = file("mine/component.xml").getParent();

        assertThat(source(Optional.of(mine)).text()).contains("{/others/ip ROOT/mine}");

        Run wrong = source(Optional.of(root.resolve("none")));
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.text()).contains("MNIST_HLS_IP names ROOT/none, which does not exist");
    }

    @Test
    void withoutAnIpTheToolMakesIt() throws Exception {
        program("vitis_hls", """
            echo "tool $*"; cat export_ip.tcl; mkdir -p hls_project/solution1/impl/ip
            touch hls_project/solution1/impl/ip/component.xml
            """);

        assertThat(source(Optional.empty()).text()).startsWith("""
            tool -f export_ip.tcl
            set mnist_hls_steps {csynth export}
            source run_hls.tcl
            set_property ip_repo_paths {/others/ip ROOT/hls/hls_project/solution1/impl/ip} p
            """).containsOnlyOnce("create_ip");
    }

    @Test
    void whatFailsIsSaid() throws Exception {
        Run none = source(Optional.empty());
        assertThat(none.status()).isNotZero();
        assertThat(none.text()).contains("no IP of the network and no HLS tool", "mvn mnist-hls:export");

        program("vivado_hls", "exit 3\n");
        Run failed = source(Optional.empty());
        assertThat(failed.status()).isNotZero();
        assertThat(failed.text()).contains("vivado_hls -f did not export the network");

        program("vivado_hls", "exit 0\n");
        assertThat(source(Optional.empty()).text()).contains("The HLS tool exported no IP below");
    }
}
