/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import static io.github.mnisthls.sim.CppCompiler.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integers of up to 1,024 bits against {@link BigInteger}, by way of their decimal text. */
@Slow
class WideNumbersTest {
    private static final String SEED = "7";

    /** Of each of 15 pairs of types; each gives about 13 lines. */
    private static final String EXPRESSIONS = "14";

    @TempDir
    Path folder;

    @Test
    void agreeWithBigInteger() throws IOException {
        Path executable = CppCompiler.GCC.compile("wide_expressions.cpp", folder, "-O0");
        Path output = folder.resolve("expressions");
        ProcessResult result = new ProcessRunner()
                .run(Command.builder(folder, "sh")
                        .args("-c", "\"$1\" \"$2\" \"$3\" > \"$4\"", "sh", executable.toString(), SEED, EXPRESSIONS)
                        .args(output.toString())
                        .build());
        assertThat(result.succeeded()).withFailMessage(() -> text(result)).isTrue();

        List<Expression> expressions =
                Files.readAllLines(output).stream().map(Expression::read).toList();

        assertThat(expressions)
                .hasSizeGreaterThan(2_000)
                .allSatisfy(expression -> assertThat(expression.result())
                        .as(expression.toString())
                        .isEqualTo(expression.expected()));
    }

    /**
     * A line of the C++ program.
     *
     * @param width bits of the type that the result is cut to, 0 if it is exact
     */
    private record Expression(
            String operation, int width, boolean signed, BigInteger a, BigInteger b, BigInteger result) {
        static Expression read(String line) {
            String[] words = line.split(" ", -1);
            return new Expression(
                    words[0],
                    Integer.parseInt(words[1]),
                    words[2].equals("1"),
                    new BigInteger(words[3]),
                    new BigInteger(words[4]),
                    new BigInteger(words[5]));
        }

        BigInteger expected() {
            BigInteger exact = exact();
            if (width == 0) {
                return exact;
            }
            BigInteger lowest = exact.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
            return signed && lowest.testBit(width - 1) ? lowest.subtract(BigInteger.ONE.shiftLeft(width)) : lowest;
        }

        private BigInteger exact() {
            return switch (operation) {
                case "+" -> a.add(b);
                case "-" -> a.subtract(b);
                case "*" -> a.multiply(b);
                case "/" -> a.divide(b);
                case "%" -> a.remainder(b);
                case "&" -> a.and(b);
                case "|" -> a.or(b);
                case "^" -> a.xor(b);
                case "<<" -> a.shiftLeft(b.intValueExact());
                case ">>" -> a.shiftRight(b.intValueExact());
                case "compare" -> BigInteger.valueOf(a.compareTo(b));
                case "cut" -> a;
                default -> throw new IllegalArgumentException(operation);
            };
        }
    }
}
