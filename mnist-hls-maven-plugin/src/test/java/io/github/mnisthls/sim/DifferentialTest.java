/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import static io.github.mnisthls.sim.CppCompiler.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The C++ headers against two others: the Java arithmetic, and SystemC (IEEE 1666), which shares nothing with either.
 *
 * <p>{@code -Dmnisthls.differential.cases} sets how many cases are drawn. Ordinary builds draw the same ones every time, so
 * that a failure is the change's; longer runs draw new ones. {@code -Dmnisthls.differential.seed} draws those of an earlier
 * run again.
 */
@Slow
class DifferentialTest {
    private static final long ORDINARY_CASES = 100_000;
    private static final long CASES = Long.getLong("mnisthls.differential.cases", ORDINARY_CASES);

    /** Its cases have shown a carry into the sign's place that ten million others had not. */
    private static final long ORDINARY_SEED = 4_278_838_831L;

    private static final long SEED = Long.getLong(
            "mnisthls.differential.seed", CASES > ORDINARY_CASES ? System.nanoTime() & 0xFFFF_FFFFL : ORDINARY_SEED);
    private static final long CASES_PER_ROUND = 1_000_000;
    private static final int FORMATS = 200;

    @TempDir
    Path folder;

    @Test
    void headersAgreeWithJavaAndWithSystemC() throws IOException {
        Path systemC = Path.of("/usr/include/systemc");
        boolean hasSystemC = Files.exists(systemC);
        Path oracle = hasSystemC
                ? CppCompiler.GCC.compile("systemc_oracle.cpp", folder, "-std=c++17", "-O1", "-lsystemc")
                : systemC;
        long rounds = (CASES + CASES_PER_ROUND - 1) / CASES_PER_ROUND;
        for (long round = 0; round < rounds; round++) {
            long cases = Math.min(CASES_PER_ROUND, CASES - round * CASES_PER_ROUND);
            System.out.printf("DifferentialTest: seed %d, %d cases%n", SEED + round, cases);
            List<FixedPointFormat> formats = DrawnFormats.draw(new Random(SEED + round), FORMATS);
            Path records = compute(formats, SEED + round, cases);

            assertThat(CaseRecord.compareWithJava(records, formats)).isGreaterThan(cases * 2 / 3);
            if (hasSystemC) {
                ProcessResult result = CppCompiler.run(oracle, formatFile().toString(), records.toString());
                assertThat(result.succeeded())
                        .withFailMessage(() -> text(result))
                        .isTrue();
            }
        }
        ExternalProgram.requireFile(systemC, "libsystemc-dev", getClass());
    }

    @Test
    void wrappingWithSignOrSaturatedBitsAgreesWithSystemC() throws IOException {
        ExternalProgram.requireFile(Path.of("/usr/include/systemc"), "libsystemc-dev", getClass());

        ProcessResult result =
                CppCompiler.run(CppCompiler.GCC.compile("wrap_oracle.cpp", folder, "-std=c++17", "-O0", "-lsystemc"));

        assertThat(result.succeeded()).withFailMessage(() -> text(result)).isTrue();
        assertThat(text(result)).contains(" compared, 0 different");
    }

    private Path compute(List<FixedPointFormat> formats, long seed, long cases) throws IOException {
        Files.writeString(formatFile(), DrawnFormats.asCpp(formats));
        Path records = folder.resolve("records");
        ProcessResult result = CppCompiler.run(
                CppCompiler.GCC.compile("differential.cpp", folder, "-O0"),
                Long.toString(seed),
                Long.toString(cases),
                records.toString());
        assertThat(result.succeeded()).withFailMessage(() -> text(result)).isTrue();
        return records;
    }

    private Path formatFile() {
        return folder.resolve("formats.inc");
    }
}
