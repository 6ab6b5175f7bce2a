/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python itself still reads what was repaired. */
@Slow
class RepairedScriptTest {
    private static final List<String> BLOCKS = List.of(
            "if y:\n            x = x.round()\n        else:\n            x = x.floor()",
            "for _ in range(2):\n            x = x.round()\n            # no more\n            x = x.floor()",
            "with torch.no_grad():\n            if y:\n                x = torch.round(\n                    x * 256) / \\\n                    256",
            "try:\n            x = x.round()\n        except ValueError:\n            pass");

    @TempDir
    private Path folder;

    @Test
    void itCompiles() throws Exception {
        Path python = ExternalProgram.require("python3", "python3", getClass());
        assertThat(compiles(python, "def f():\n    # nothing\n"))
                .as("an empty block is seen")
                .isFalse();

        for (String end : List.of("\n", "\r\n")) {
            assertRepaired(python, TrainingScriptTest.PROTOTYPE.replace("\n", end));
            for (String block : BLOCKS) {
                assertRepaired(python, TrainingScriptTest.library(block).replace("\n", end));
                assertRepaired(python, TrainingScriptTest.library(block).replace("    ", "\t"));
            }
        }
    }

    private void assertRepaired(Path python, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("train_model.py"), text);
        Files.deleteIfExists(folder.resolve("train_model.py.before_fix"));
        TrainingScript.read(script).repair();
        String repaired = Files.readString(script);
        assertThat(repaired).contains("# x = ");
        assertThat(compiles(python, repaired)).as(repaired).isTrue();
    }

    private boolean compiles(Path python, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("compiled.py"), text);
        Process process = new ProcessBuilder(python.toString(), "-m", "py_compile", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
