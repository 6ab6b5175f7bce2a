/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.accept(bytes, bytes.length);
    }

    @Test
    void endsLinesAtLineFeedCarriageReturnAndBoth() {
        feed("a\nb\r\nc\rd\n\ne");
        splitter.finish();

        assertThat(lines).containsExactly("a", "b", "c", "d", "", "e");
    }

    @Test
    void joinsLinesAndCharactersThatArriveInPieces() {
        for (byte b : "größe\r\nzwei\n".getBytes(StandardCharsets.UTF_8)) {
            splitter.accept(new byte[] {b}, 1);
        }

        assertThat(lines).containsExactly("größe", "zwei");
    }

    @Test
    void dropsWhatALineHoldsBeyondItsLimit() {
        feed("x".repeat(3 * LineSplitter.MAX_LINE_BYTES) + "\nnext\n");

        assertThat(lines).containsExactly("x".repeat(LineSplitter.MAX_LINE_BYTES), "next");
    }
}
