/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.progress.Progress;
import io.github.mnisthls.quantization.NamedLayers;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Takes bit after bit from where it costs the network least for what the hardware saves, until each further one would cost
 * more accuracy than is allowed.
 */
public final class WidthSearch {
    /** Where the search begins: the first of these that loses no more than is allowed. */
    private static final List<Integer> UNIFORM = List.of(8, 10, 12, 16);

    /** Fewer bits need training. */
    private static final int FEWEST = 2;

    /** More would tell the same, but each of the trials looks at all of them. */
    private static final int IMAGES = 2500;

    private static final int CALIBRATION_IMAGES = 500;
    /** What a bit saves that saves nothing by itself: it may be what the next one needs. */
    private static final double LEAST_SAVING = 1e-4;

    private static final double PERCENT = 100;

    private final Trials trials;
    private final NamedLayers layers;
    private final double least;
    private final double maximumDrop;

    /**
     * A search that has yet to run.
     *
     * @param folded      without batch normalization and dropout
     * @param calibration training images that show the ranges of the activations
     * @param images      that tell the accuracy, others than those that the network learned
     * @param maximumDrop of the accuracy, from 0 to 1
     * @param cost        of the hardware, in any unit; infinite where it does not fit
     */
    public WidthSearch(
            Network folded,
            LabeledImages calibration,
            LabeledImages images,
            double maximumDrop,
            ToDoubleFunction<QuantizedNetwork> cost,
            int threads) {
        this.trials = new Trials(folded, calibration.first(CALIBRATION_IMAGES), images.first(IMAGES), cost, threads);
        this.layers = NamedLayers.of(folded);
        this.maximumDrop = maximumDrop;
        this.least = trials.float32() - maximumDrop;
    }

    /**
     * The widths.
     *
     * @throws InvalidSettingException if even the most bits lose too much
     */
    public WidthChoice run() {
        Widths widths = beginning();
        Progress progress = Progress.of("bits tried", (long) widths.keys().size() * (widths.others() - FEWEST));
        for (Widths fewer = round(widths, progress); !fewer.equals(widths); fewer = round(widths, progress)) {
            widths = fewer;
        }
        return choice(widths);
    }

    /** Takes bits until each was refused once; what was refused early may be possible now. */
    private Widths round(Widths beginning, Progress progress) {
        Widths widths = beginning;
        List<String> open = new ArrayList<>(widths.keys());
        for (Optional<String> key = cheapest(widths, open); key.isPresent(); key = cheapest(widths, open)) {
            Widths fewer = fewer(widths, key.get());
            if (isGoodEnough(fewer)) {
                widths = fewer;
            } else {
                open.remove(key.get());
            }
            progress.add(1);
        }
        return widths;
    }

    private Widths beginning() {
        return UNIFORM.stream()
                .map(width -> Widths.uniform(layers, width))
                .filter(this::isGoodEnough)
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        Settings.MAXIMUM_ACCURACY_DROP,
                        PERCENT * maximumDrop + " points",
                        "16 bits everywhere lose more on " + trials.images() + " images",
                        "Allow more, or name the formats in " + Settings.PRECISION + "."));
    }

    private boolean isGoodEnough(Widths widths) {
        return trials.of(widths).accuracy() >= least;
    }

    /** Where the next bit is taken: the least error for what it saves, each seen alone. Those at the end are closed. */
    private Optional<String> cheapest(Widths widths, List<String> open) {
        open.removeIf(key -> widths.of(key) <= FEWEST);
        Optional<String> best = Optional.empty();
        double lowest = Double.POSITIVE_INFINITY;
        for (String key : open) {
            double price = price(widths, key);
            if (best.isEmpty() || price < lowest) {
                lowest = price;
                best = Optional.of(key);
            }
        }
        return best;
    }

    private double price(Widths widths, String key) {
        Widths alone = Widths.uniform(layers, widths.others());
        Trial before = trials.of(alone.with(key, widths.of(key)));
        Trial after = trials.of(alone.with(key, widths.of(key) - 1));
        double saved = Double.isInfinite(before.cost()) ? 0 : (before.cost() - after.cost()) / before.cost();
        double error = Math.max(after.error() - before.error(), 0);
        return error / Math.max(saved, LEAST_SAVING);
    }

    private static Widths fewer(Widths widths, String key) {
        return widths.with(key, widths.of(key) - 1);
    }

    private WidthChoice choice(Widths widths) {
        Trial now = trials.of(widths);
        List<WidthChoice.Bits> bits = new ArrayList<>();
        for (String key : widths.keys()) {
            if (widths.of(key) <= FEWEST) {
                bits.add(new WidthChoice.Bits(key, widths.of(key), OptionalDouble.empty(), OptionalDouble.empty()));
            } else {
                Trial one = trials.of(fewer(widths, key));
                double share = one.cost() / now.cost();
                bits.add(new WidthChoice.Bits(
                        key,
                        widths.of(key),
                        OptionalDouble.of(one.accuracy()),
                        Double.isFinite(share) ? OptionalDouble.of(share) : OptionalDouble.empty()));
            }
        }
        return new WidthChoice(
                widths.precision().text(), trials.images(), trials.float32(), now.accuracy(), List.copyOf(bits));
    }
}
