/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.Flow;
import io.github.mnisthls.amd.tool.Tool;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.toolchain.ExportFormat;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of one tool below the work folder.
 *
 * <pre>
 * &lt;tool&gt;/project/                      copy of the generated project; the tool runs here
 * &lt;tool&gt;/project/hls_project/solution1/  what the Tcl flow writes
 * &lt;tool&gt;/project/component/hls/          what the flow with hls_config.cfg writes
 * &lt;tool&gt;/&lt;step&gt;/&lt;tool&gt;.log, rerun.sh, tmp/
 * </pre>
 *
 * <p>The copy makes the tool's current folder and the folder of its script and configuration the same, so that it does not
 * matter against which of the two a release resolves relative paths; and no tool writes into the generated project.
 */
final class RunFolder {
    /** The work folder of the flow with a configuration file. */
    static final String COMPONENT = "component";
    /** The project that {@code run_hls.tcl} opens. */
    static final String TCL_PROJECT = "hls_project";
    /** The solution that {@code run_hls.tcl} opens. */
    static final String TCL_SOLUTION = "solution1";
    /** The generated script with all steps. */
    static final String SCRIPT = "run_hls.tcl";
    /** The generated configuration file. */
    static final String CONFIG = "hls_config.cfg";

    private final Path base;
    private final Tool tool;
    private final SynthesisStep step;
    private final FileTime start;

    private RunFolder(Path base, Tool tool, SynthesisStep step, FileTime start) {
        this.base = base;
        this.tool = tool;
        this.step = step;
        this.start = start;
    }

    /** Copies the project and removes what an earlier run of this step left, so that old results cannot pass for new. */
    static RunFolder prepare(Tool tool, SynthesisRequest request) throws IOException {
        Path base = request.workFolder().resolve(tool.folderName());
        copy(request.project(), base.resolve("project"));
        // The file system's own clock, which may not be this machine's, dates what the tool will write.
        Path marker = base.resolve(request.step().toString()).resolve("started");
        Files.createDirectories(marker.getParent());
        Files.deleteIfExists(marker);
        Files.writeString(marker, "");
        RunFolder folder = new RunFolder(base, tool, request.step(), Files.getLastModifiedTime(marker));
        for (Path old : folder.promised()) {
            FileTree.delete(old);
        }
        FileTree.delete(folder.temporary());
        Files.createDirectories(folder.temporary());
        return folder;
    }

    Path project() {
        return base.resolve("project");
    }

    Path log() {
        return base.resolve(step.toString()).resolve(tool.kind().program() + ".log");
    }

    /** For what a tool that is killed leaves: the next run removes it. */
    Path temporary() {
        return base.resolve(step.toString()).resolve("tmp");
    }

    Path rerun() {
        return base.resolve(step.toString()).resolve("rerun.sh");
    }

    /** The time of the file system just before the run. */
    FileTime start() {
        return start;
    }

    /** The folder that holds {@code csim}, {@code syn}, {@code sim} and {@code impl}: the same names in both flows. */
    Path solution() {
        return tool.flow() == Flow.TCL
                ? project().resolve(TCL_PROJECT).resolve(TCL_SOLUTION)
                : project().resolve(COMPONENT).resolve("hls");
    }

    Path synthesisReports() {
        return solution().resolve("syn/report");
    }

    Path verilog() {
        return solution().resolve("syn/verilog");
    }

    Path csimReports() {
        return solution().resolve("csim/report");
    }

    Path cosimReports() {
        return solution().resolve("sim/report");
    }

    /** Where an export may lie: the tools put it into different folders. */
    List<Path> exportPlaces() {
        Path implementation = solution().resolve("impl");
        return tool.flow() == Flow.TCL
                ? List.of(implementation.resolve("ip"), implementation, project())
                : List.of(
                        implementation.resolve("ip"), implementation, project().resolve(COMPONENT), project());
    }

    /** Where the export's run of Vivado reports. */
    List<Path> implementationReports() {
        Path report = solution().resolve("impl/report");
        return List.of(report.resolve("verilog"), report.resolve("vhdl"));
    }

    /** Writes the Tcl script or names the configuration file of the step, relative to {@link #project()}. */
    String writeInput(Flow flow, SynthesisRequest request) throws IOException {
        if (flow == Flow.TCL) {
            String name = "run_" + step + ".tcl";
            AtomicFile.write(
                    project().resolve(name),
                    "# One step of " + SCRIPT + ": vitis-run passes no arguments to a script.\n"
                            + "set mnist_hls_steps {" + step + "}\n"
                            + "set mnist_hls_export_format {"
                            + request.exportFormat().label() + "}\n"
                            + "source " + SCRIPT + "\n");
            return name;
        }
        if (step != SynthesisStep.EXPORT) {
            return CONFIG;
        }
        String name = "export.cfg";
        String config = Files.readString(project().resolve(CONFIG));
        AtomicFile.write(
                project().resolve(name),
                ConfigFile.parse(config)
                        .with("package.output.format", request.exportFormat().label())
                        .text());
        return name;
    }

    private List<Path> promised() throws IOException {
        return switch (step) {
            case CSIM -> List.of(csimReports());
            case CSYNTH -> List.of(project().resolve(tool.flow() == Flow.TCL ? TCL_PROJECT : COMPONENT));
            case COSIM -> List.of(cosimReports());
            case EXPORT -> exports();
        };
    }

    /** The files that an export of either format left. */
    private List<Path> exports() throws IOException {
        List<Path> found = new ArrayList<>();
        for (ExportFormat format : AmdExportFormat.values()) {
            found.addAll(exports(format));
        }
        found.addAll(implementationReports());
        return found;
    }

    List<Path> exports(ExportFormat format) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : exportPlaces()) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.filter(file -> file.getFileName().toString().endsWith("." + format.extension()))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(source.relativize(file).toString());
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
