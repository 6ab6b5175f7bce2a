/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.Reduction;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import java.util.ArrayList;
import java.util.List;

/** Pooling: of tiles as the image passes by, else of windows. */
final class PoolHardware implements LayerHardware {
    private static final String HEADER = "pool.hpp";
    private static final int DEPTH = PipelineDepth.of(4, 2);

    private final LayerSite site;
    private final String kind;
    private final Window window;
    private final String reduction;
    private final boolean byPosition;
    private final int partialBits;
    private final long slicesPerLane;

    private PoolHardware(
            LayerSite site,
            String kind,
            Window window,
            String reduction,
            boolean byPosition,
            int partialBits,
            long slicesPerLane) {
        this.site = site;
        this.kind = kind;
        this.window = window;
        this.reduction = reduction;
        this.byPosition = byPosition;
        this.partialBits = partialBits;
        this.slicesPerLane = slicesPerLane;
        ChannelRegisters.check(site, "a pooling");
    }

    static PoolHardware of(LayerSite site, QuantizedMaxPool layer) {
        return new PoolHardware(
                site,
                "maxpool",
                layer.window(),
                "Largest",
                false,
                layer.inputFormat().width(),
                0);
    }

    static PoolHardware of(LayerSite site, QuantizedAveragePool layer) {
        int sumBits = layer.sumFormat().width();
        // A power of two is a shift.
        boolean multiplies =
                layer.dividesByPosition() || Long.bitCount(layer.reciprocals().get(0)) > 1;
        long slices = multiplies
                ? site.slice().slicesFor(sumBits + 1, layer.reciprocalFormat().width() + 1)
                : 0;
        return new PoolHardware(site, "avgpool", layer.window(), "Mean", layer.dividesByPosition(), sumBits, slices);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Folding> foldings() {
        return isTiled()
                ? List.of(FOLLOWING)
                : Divisors.of(channels()).stream()
                        .filter(front()::sends)
                        .map(lanes -> new Folding(lanes, lanes))
                        .toList();
    }

    @Override
    public String rule() {
        return isTiled()
                ? FOLLOWING_RULE
                : "pe and simd must be the same, and divide " + channels() + ", and each may be at most "
                        + Divisors.MAX_LANES;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        int lanes = inLanes.get(0);
        if (isTiled()) {
            int wide = neighborLanes(lanes);
            return wide > channels()
                    ? site.design(List.of(Resizing.of(site, "", 0, lanes, wide)), List.of(neighbors(wide)), wide)
                    : site.design(List.of(Resizing.toPixels(site, lanes)), List.of(tiles(wide)), wide);
        }
        List<ProcessDraft> body = new ArrayList<>(front().processes(lanes, folding.simd()));
        body.add(windows(folding.simd()));
        return site.design(List.of(front().entry(lanes, folding.simd())), body, folding.simd());
    }

    /** Windows that touch but do not overlap need no window registers. */
    private boolean isTiled() {
        return window.reachHeight() == window.strideHeight()
                && window.reachWidth() == window.strideWidth()
                && window.kernelHeight() == window.reachHeight()
                && window.kernelWidth() == window.reachWidth()
                && window.padding().isNone();
    }

    /**
     * Lanes of the words that it works on: of several pixels, if whole windows lie side by side in words that are not
     * narrower than those that come; else of one pixel.
     */
    private int neighborLanes(int inLanes) {
        int pixels = inLanes / channels();
        int width = site.layer().input().width();
        int whole = pixels / gcd(pixels, window.kernelWidth()) * window.kernelWidth();
        boolean isWide = pixels > 1 && width % whole == 0 && whole * channels() <= Divisors.MAX_LANES;
        return isWide ? whole * channels() : Math.min(inLanes, channels());
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private ProcessDraft neighbors(int lanes) {
        Shape input = site.layer().input();
        int outLanes = lanes / window.kernelWidth();
        int rowWords = input.width() * channels() / lanes;
        long trips = (long) input.height() * rowWords;
        int rows = window.kernelHeight();
        return site.last(
                KernelCall.of(HEADER, "PoolNeighbors", site.struct(), new Reduction(reduction, site.name())),
                trips,
                () -> Trace.of(trips, trip -> true, trip -> trip / rowWords % rows == rows - 1),
                DEPTH,
                outLanes,
                ResourceModel.pool(lanes, site.layer().inputFormat().width(), 0)
                        .plus(ResourceModel.registers((long) rowWords * outLanes * partialBits))
                        .plus(new Resources(0, 0, outLanes * slicesPerLane, 0, 0)));
    }

    private ProcessDraft tiles(int lanes) {
        Shape input = site.layer().input();
        int pixelWords = channels() / lanes;
        int columns = WindowSchedule.paddedColumns(input.width(), pixelWords);
        long trips = (long) input.height() * columns * pixelWords;
        return site.last(
                KernelCall.of(HEADER, "PoolTiles", site.struct(), new Reduction(reduction, site.name())),
                trips,
                () -> Trace.of(
                        trips,
                        trip -> trip / pixelWords % columns < input.width(),
                        trip -> endsTile(trip / pixelWords / columns, trip / pixelWords % columns)),
                DEPTH,
                lanes,
                cost(lanes)
                        .plus(ResourceModel.memory(
                                (long) site.layer().output().width() * pixelWords, (long) lanes * partialBits)));
    }

    private boolean endsTile(int row, int column) {
        return column < site.layer().input().width()
                && row % window.kernelHeight() == window.kernelHeight() - 1
                && column % window.kernelWidth() == window.kernelWidth() - 1;
    }

    private ProcessDraft windows(int lanes) {
        int pixelWords = channels() / lanes;
        int area = window.area();
        Shape output = site.layer().output();
        long trips = (long) output.height() * output.width() * area * pixelWords;
        KernelCall call = byPosition
                ? KernelCall.of(HEADER, "PoolWindowsByPosition", site.struct())
                        .with(site.table(KernelTable.Kind.RECIPROCALS))
                : KernelCall.of(HEADER, "PoolWindows", site.struct(), new Reduction(reduction, site.name()));
        return site.last(
                call,
                trips,
                () -> Trace.of(trips, trip -> true, trip -> trip / pixelWords % area == area - 1),
                DEPTH,
                lanes,
                cost(lanes));
    }

    private Resources cost(int lanes) {
        return ResourceModel.pool(lanes, site.layer().inputFormat().width(), slicesPerLane);
    }

    private WindowFront front() {
        return new WindowFront(site, window);
    }

    private int channels() {
        return site.layer().input().channels();
    }
}
