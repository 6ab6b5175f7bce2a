/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The synthesizer yosys, for devices of AMD's 7 series. */
final class Yosys {
    /** Of a machine that does other things, too. */
    private static final int LIMIT_MINUTES = 120;

    /** Cells that several lookup tables make together. */
    private static final Map<String, Integer> MEMORIES =
            Map.of("RAM32M", 4, "RAM64M", 4, "RAM32X1D", 2, "RAM64X1D", 2, "RAM128X1D", 4);

    private final Path program;
    private final Path folder;
    private final Optional<Path> known;

    /** @param known where results are kept and found again, so that a run that was stopped goes on where it was */
    Yosys(Path program, Path folder, Optional<Path> known) {
        this.program = program;
        this.folder = folder;
        this.known = known;
    }

    /** What a module takes. */
    Resources synthesize(Verilog module, String options) throws IOException, InterruptedException {
        if (known.isEmpty()) {
            return run(module, options);
        }
        Path result = known.get().resolve(Digest.of(module + options).substring(0, 16) + ".json");
        if (Files.notExists(result)) {
            AtomicFile.write(result, Json.write(run(module, options)));
        }
        return Json.read(result, Resources.class);
    }

    private Resources run(Verilog module, String options) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("module.v"), module.toString());
        Path log = folder.resolve("yosys.log");
        String script = "read_verilog module.v; synth_xilinx -family xc7 -flatten " + options + " -top " + module.name()
                + "; tee -q -o stat.json stat -json";
        Process process = new ProcessBuilder(program.toString(), "-q", "-p", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("yosys takes too long for " + module.name());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(module.name() + ": " + Files.readString(log));
        }
        return resources(new ObjectMapper()
                .readTree(folder.resolve("stat.json").toFile())
                .at("/design/num_cells_by_type"));
    }

    private static Resources resources(JsonNode cells) {
        long lut = 0;
        long ff = 0;
        for (Map.Entry<String, JsonNode> cell : cells.properties()) {
            String type = cell.getKey();
            int count = cell.getValue().asInt();
            boolean isLut = type.matches("LUT\\d|SRL.*|INV");
            lut += (long) count * (isLut ? 1 : MEMORIES.getOrDefault(type, 0));
            ff += type.startsWith("FD") ? count : 0;
        }
        return new Resources(
                lut,
                ff,
                cells.path("DSP48E1").asInt(),
                cells.path("RAMB18E1").asInt() + 2L * cells.path("RAMB36E1").asInt(),
                0);
    }
}
