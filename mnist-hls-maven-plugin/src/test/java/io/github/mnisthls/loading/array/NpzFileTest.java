/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.loading.layer.NotReadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of NumPy: every type of numbers, nothing else. */
class NpzFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "<f4, 0000c03f000000c0, 1.5, -2",
        ">f4, 3fc00000c0000000, 1.5, -2",
        "<f2, 003e00c0, 1.5, -2",
        "<f8, 000000000000f83f00000000000000c0, 1.5, -2",
        "|u1, 05ff, 5, 255",
        "|i1, 05ff, 5, -1",
        "|b1, 0100, 1, 0",
        "<i2, 0500ffff, 5, -1",
        "<u2, 0500ffff, 5, 65535",
        "<u4, 05000000ffffffff, 5, 4294967295",
        "<i8, 0500000000000000ffffffffffffffff, 5, -1",
    })
    void numbersOfEveryTypeAreRead(String type, String bytes, double first, double second) throws IOException {
        NumberArray array = read(Npy.array(header(type, "False", "(2, 1)"), Npy.bytes(bytes)));

        assertThat(array.extents()).containsExactly(2, 1);
        assertThat(List.of(array.get(0), array.get(1))).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|O; False; (2,); not an array of plain numbers",
                "<c8; False; (1,); 'x' is of type c8",
                "<f4; True; (1, 2); Fortran order",
                "<f4; False; (3,); 'x' has 8 bytes where 12 are needed",
                "<f4; False; (99999999999, 0); shape",
                "<f4; False; (70000, 70000); shape",
                "<f4; False; (__import__('os'),); not an array of plain numbers",
            })
    void everythingElseIsRefused(String type, String fortran, String shape, String words) throws IOException {
        byte[] array = Npy.array(header(type, fortran, shape), new byte[8]);

        assertThatThrownBy(() -> read(array)).isInstanceOf(NotReadable.class).hasMessageContaining(words);
    }

    @Test
    void truncatedArraysAndZipsAreRefused() throws IOException {
        byte[] array = Npy.array(header("<f4", "False", "(2,)"), new byte[8]);
        for (int length = 0; length < array.length; length++) {
            byte[] part = Arrays.copyOf(array, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(NotReadable.class);
        }
        byte[] zip = Files.readAllBytes(Npy.zip(folder.resolve("whole.npz"), Map.of("x", array)));
        for (int length = 0; length < zip.length; length++) {
            Path part = Files.write(folder.resolve("part.npz"), Arrays.copyOf(zip, length));
            assertThatThrownBy(() -> NpzFile.read(part)).as("%d bytes", length).isInstanceOf(NotReadable.class);
        }
    }

    private static String header(String type, String fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
    }

    private NumberArray read(byte[] array) throws IOException {
        return NpzFile.read(Npy.zip(folder.resolve("one.npz"), Map.of("x", array)))
                .get("x");
    }
}
