/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines. Line feeds and carriage returns (progress bars) end a line; blank lines stay, except
 * between the two halves of CR LF. Memory is bounded: what a line holds beyond the limit is dropped.
 */
final class LineSplitter {
    static final int MAX_LINE_BYTES = 8192;

    private final Consumer<String> sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private boolean afterCarriageReturn;

    LineSplitter(Consumer<String> sink) {
        this.sink = sink;
    }

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                if (!(b == '\n' && afterCarriageReturn)) {
                    end();
                }
                afterCarriageReturn = b == '\r';
            } else {
                afterCarriageReturn = false;
                if (line.size() < MAX_LINE_BYTES) {
                    line.write(b);
                }
            }
        }
    }

    /** Passes on a last line that had no end. */
    void finish() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        sink.accept(text);
    }
}
