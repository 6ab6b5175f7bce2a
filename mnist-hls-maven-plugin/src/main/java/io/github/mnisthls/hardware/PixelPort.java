/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.NetworkStruct;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an image comes in.
 *
 * @param image   what comes
 * @param bits    of a value
 * @param perBeat values that come at the same time
 * @param lanes   values of the words that the first process sends: as many as come, or more where a row has not a whole
 *                number of such words
 */
record PixelPort(Shape image, int bits, int perBeat, int lanes) {
    private static final String HEADER = "streams.hpp";
    private static final String WIDE_HEADER = "wide_pixels.hpp";
    private static final int DEPTH = 3;

    /** Lookup tables per bit of a table with one entry for each value of a pixel. */
    private static final int LUTS_PER_BIT = 4;

    /**
     * The port of a network.
     *
     * @throws InvalidSettingException if rows of its images cannot come so
     */
    static PixelPort of(QuantizedNetwork network, int perBeat) {
        Shape image = network.input().shape();
        int tables = network.input().tables().size();
        if (perBeat > 1 && perBeat % tables != 0) {
            throw new InvalidSettingException(
                    Settings.PIXELS_PER_BEAT,
                    perBeat,
                    "each of the " + tables
                            + " channels is scaled in its own way, so a byte of a beat must always be"
                            + " of the same channel",
                    "Use 1 or a multiple of " + tables + ".");
        }
        int row = image.width() * image.channels();
        int lanes = IntStream.rangeClosed(perBeat, row)
                .filter(wide -> perBeat == 1 || row % wide == 0)
                .filter(wide -> wide % image.channels() == 0 || image.channels() % wide == 0)
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        Settings.PIXELS_PER_BEAT,
                        perBeat,
                        "a row of the image has only " + row + " values",
                        "Use at most " + row + "."));
        return new PixelPort(image, network.input().format().width(), perBeat, lanes);
    }

    /** The process that reads the pixels. */
    ProcessDraft process() {
        long beats = (image.size() + perBeat - 1L) / perBeat;
        return new ProcessDraft(
                "pixels",
                Optional.empty(),
                call().with(KernelTable.ofPixels()),
                beats,
                this::trace,
                DEPTH,
                0,
                lanes,
                ResourceModel.PROCESS.plus(cost()));
    }

    private KernelCall call() {
        return perBeat == 1
                ? KernelCall.of(HEADER, "ReadPixel", new NetworkStruct())
                : KernelCall.of(WIDE_HEADER, "ReadPixels", new NetworkStruct());
    }

    /** A beat completes a word if the values that have come then begin another one. */
    private Trace trace() {
        return Trace.source(
                (image.size() + perBeat - 1) / perBeat,
                beat -> beat * perBeat / lanes < Math.min((beat + 1) * perBeat, image.size()) / lanes);
    }

    /** A table for each pixel of a beat, and values that wait for the rest of their word. */
    private Resources cost() {
        long beat = (long) perBeat * bits;
        long word = (long) lanes * bits;
        return perBeat == 1 ? Resources.NONE : new Resources(LUTS_PER_BIT * beat + word, word + beat, 0, 0, 0);
    }
}
