/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Installations of the doubles of {@code src/test/doubles}. */
public final class ToolDoubles {
    private ToolDoubles() {}

    /** Skips the calling test where the doubles cannot run. */
    public static void require(Class<?> test) {
        ExternalProgram.require("tclsh", "tcl", test);
        ExternalProgram.require("g++", "g++", test);
    }

    /** Whether the doubles can run; says so in one line, or fails where programs must not be missing. */
    public static boolean areAvailable(String invokerCase) {
        try {
            require(ToolDoubles.class);
            return true;
        } catch (TestAbortedException e) {
            System.out.println("SKIPPED invoker case " + invokerCase);
            return false;
        }
    }

    /** Invoker cases run in any current folder, so that the way goes from the compiled tests. */
    private static Path script() {
        try {
            Path classes = Path.of(ToolDoubles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../../src/test/doubles/install.sh").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code <root>/Vitis_HLS/<version>} up to 2024.2. */
    public static Path vitisHls(Path root, String version) throws IOException {
        return install(root.resolve("Vitis_HLS").resolve(version), version, "vitis_hls");
    }

    /** {@code <root>/Vivado/<version>} up to 2020.1. */
    public static Path vivadoHls(Path root, String version) throws IOException {
        return install(root.resolve("Vivado").resolve(version), version, "vivado_hls");
    }

    /** {@code <root>/<version>/Vitis} from 2025.1 on. */
    public static Path unified(Path root, String version) throws IOException {
        return install(root.resolve(version).resolve("Vitis"), version, "vitis-run", "v++");
    }

    /** Installs programs into one folder. */
    public static Path install(Path installation, String version, String... programs) throws IOException {
        for (String program : programs) {
            Command command = Command.builder(Path.of("").toAbsolutePath(), "sh")
                    .path(script())
                    .path(installation)
                    .args(program, version)
                    .build();
            ProcessResult result = new ProcessRunner().run(command);
            if (!result.succeeded()) {
                throw new IOException("cannot install a double: " + result.lastLines());
            }
        }
        return installation;
    }

    /** Makes the double misbehave; see {@code deeds.tcl}. */
    public static void misbehave(Path installation, String deed) throws IOException {
        Files.writeString(installation.resolve("deed"), deed + "\n");
    }

    /** The words of a launcher that gives the double a deed through its environment. */
    public static List<String> launcher(String deed) {
        return List.of("env", "MNIST_HLS_DOUBLE_DEED=" + deed);
    }
}
