/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedCrop;
import io.github.mnisthls.quantization.QuantizedPad;
import io.github.mnisthls.quantization.QuantizedUpsample;
import java.util.List;
import java.util.function.IntPredicate;

/** Larger and smaller images of the same values: one pixel of a frame after the other. */
final class FrameHardware implements LayerHardware {
    private static final String HEADER = "frame.hpp";
    private static final int PAD_DEPTH = 3;
    private static final int CROP_DEPTH = 2;
    private static final int UPSAMPLE_DEPTH = 4;

    /** Whether a pixel of the frame is read or written. */
    private interface Place {
        boolean contains(int row, int column);
    }

    /**
     * A frame.
     *
     * @param columns without idle ones at a row's end
     */
    private record Frame(int rows, int columns, boolean mayIdle, Place reads, Place writes) {
        int allColumns(int pixelWords) {
            return mayIdle ? WindowSchedule.paddedColumns(columns, pixelWords) : columns;
        }

        IntPredicate trips(Place place, int pixelWords) {
            int width = allColumns(pixelWords);
            return trip -> trip / pixelWords % width < columns
                    && place.contains(trip / pixelWords / width, trip / pixelWords % width);
        }
    }

    private final LayerSite site;
    private final String kind;
    private final String function;
    private final int depth;
    private final Frame frame;
    private final long linePixels;

    private FrameHardware(LayerSite site, String kind, String function, int depth, Frame frame, long linePixels) {
        this.site = site;
        this.kind = kind;
        this.function = function;
        this.depth = depth;
        this.frame = frame;
        this.linePixels = linePixels;
    }

    static LayerHardware of(LayerSite site, QuantizedPad layer) {
        Shape output = layer.output();
        Frame frame = new Frame(
                output.height(), output.width(), false, inside(layer.padding(), layer.input()), (row, column) -> true);
        return new FrameHardware(site, "pad", "PadImage", PAD_DEPTH, frame, 0);
    }

    static LayerHardware of(LayerSite site, QuantizedCrop layer) {
        Shape input = layer.input();
        Frame frame = new Frame(
                input.height(), input.width(), false, (row, column) -> true, inside(layer.margin(), layer.output()));
        return new FrameHardware(site, "crop", "CropImage", CROP_DEPTH, frame, 0);
    }

    static LayerHardware of(LayerSite site, QuantizedUpsample layer) {
        ChannelRegisters.check(site, "an upsampling");
        Shape output = layer.output();
        Frame frame = new Frame(
                output.height(),
                output.width(),
                true,
                (row, column) -> row % layer.rows() == 0 && column % layer.columns() == 0,
                (row, column) -> true);
        return new FrameHardware(
                site,
                "upsample",
                "UpsampleImage",
                UPSAMPLE_DEPTH,
                frame,
                layer.input().width());
    }

    private static Place inside(Padding margin, Shape inner) {
        return (row, column) -> row >= margin.top()
                && row < margin.top() + inner.height()
                && column >= margin.left()
                && column < margin.left() + inner.width();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Folding> foldings() {
        return List.of(FOLLOWING);
    }

    @Override
    public String rule() {
        return FOLLOWING_RULE;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        int lanes = Math.min(inLanes.get(0), site.layer().input().channels());
        int pixelWords = site.layer().input().channels() / lanes;
        long trips = (long) frame.rows() * frame.allColumns(pixelWords) * pixelWords;
        ProcessDraft last = site.last(
                KernelCall.of(HEADER, function, site.struct()),
                trips,
                () -> Trace.of(trips, frame.trips(frame.reads(), pixelWords), frame.trips(frame.writes(), pixelWords)),
                depth,
                lanes,
                cost(lanes, pixelWords));
        return site.design(List.of(Resizing.toPixels(site, inLanes.get(0))), List.of(last), lanes);
    }

    /** A word in a register; of an upsampling a pixel and a line of the image. */
    private Resources cost(int lanes, int pixelWords) {
        int bits = site.layer().inputFormat().width();
        Resources word = new Resources((long) lanes * bits, 2L * lanes * bits, 0, 0, 0);
        return linePixels == 0
                ? word
                : word.plus(ResourceModel.memory(linePixels * pixelWords, (long) lanes * bits))
                        .plus(new Resources(0, (long) pixelWords * lanes * bits, 0, 0, 0));
    }
}
