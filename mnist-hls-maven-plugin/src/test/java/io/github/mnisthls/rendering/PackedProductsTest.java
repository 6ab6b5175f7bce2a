/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two products of one slice, against one by one. */
@Slow
@Thorough
class PackedProductsTest {
    private static final Path SOURCES = Path.of("..", "src").toAbsolutePath().normalize();
    private static final Path HEADER = SOURCES.resolve("main/hls/mnist_hls/packed_products.hpp");

    @TempDir
    private Path folder;

    private GeneratedProject.Outcome compile(String compiler) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(compiler, "-O0", "-o", "packed"));
        command.addAll(GeneratedProject.STRICT);
        command.addAll(List.of("-I" + folder, "-I" + SOURCES.resolve("main/hls"), "-I" + SOURCES.resolve("main/sim")));
        command.add(SOURCES.resolve("test/cpp/kernels/packed_products_test.cpp").toString());
        return GeneratedProject.runIn(folder, command);
    }

    private GeneratedProject.Outcome run() throws IOException, InterruptedException {
        return GeneratedProject.runIn(folder, List.of("./packed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g++", "clang++"})
    void bothProductsAreExact(String compiler) throws Exception {
        ExternalProgram.require(compiler, compiler.equals("g++") ? "g++" : "clang", PackedProductsTest.class);

        assertThat(compile(compiler).text()).isEmpty();
        assertThat(run().text()).isEqualTo("108000 checked, 0 differ\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"result = kBorrow | result = 0", "low ^ ap_uint<kLow>(kBorrow) | low"})
    void aMissingCorrectionIsFound(String right, String wrong) throws Exception {
        ExternalProgram.require("g++", "g++", PackedProductsTest.class);
        plant(right, wrong);

        assertThat(compile("g++").text()).isEmpty();
        assertThat(run().status()).isEqualTo(1);
    }

    @Test
    void productsWithoutRoomDoNotCompile() throws Exception {
        ExternalProgram.require("g++", "g++", PackedProductsTest.class);
        plant("kLow = kWide - 1 -", "kLow = kWide - 2 -");

        assertThat(compile("g++").text()).contains("the lower product would reach into the upper one");
    }

    private void plant(String right, String wrong) throws IOException {
        String header = Files.readString(HEADER);
        assertThat(header).contains(right);
        Path planted = Files.createDirectories(folder.resolve("mnist_hls")).resolve("packed_products.hpp");
        Files.writeString(planted, header.replace(right, wrong).replace("streams.hpp", "mnist_hls/streams.hpp"));
    }
}
