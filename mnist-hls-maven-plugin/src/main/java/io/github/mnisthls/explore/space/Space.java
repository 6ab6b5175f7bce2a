/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.FinetuneMode;
import java.util.List;

/**
 * All designs that are asked for: every value of an axis with every value of the others. Points have numbers from 1 on; the
 * last axis changes fastest.
 *
 * @param networks   alternatives to train
 * @param seeds      of the training
 * @param precisions fixed-point formats, as the POM spells them
 * @param finetunes  whether networks are trained on with rounding
 * @param products   what multiplies
 * @param devices    parts
 * @param clocks     clock periods, in nanoseconds
 * @param targets    what is asked of the planner
 */
public record Space(
        List<Alternative> networks,
        List<Long> seeds,
        List<String> precisions,
        List<FinetuneMode> finetunes,
        List<Products> products,
        List<Device> devices,
        List<Double> clocks,
        List<Target> targets) {
    private static final int MOST_POINTS = 1_000_000;

    public Space {
        networks = List.copyOf(networks);
        seeds = List.copyOf(seeds);
        precisions = List.copyOf(precisions);
        finetunes = List.copyOf(finetunes);
        products = List.copyOf(products);
        devices = List.copyOf(devices);
        clocks = List.copyOf(clocks);
        targets = List.copyOf(targets);
        long size = 1;
        for (List<?> axis : List.of(networks, seeds, precisions, finetunes, products, devices, clocks, targets)) {
            size *= axis.size();
            if (size < 1 || size > MOST_POINTS) {
                throw new InvalidSettingException(
                        "<explore>",
                        size < 1 ? "an empty list" : "more than " + MOST_POINTS + " points",
                        "a space has 1 to " + MOST_POINTS + " points",
                        size < 1 ? "Leave the element out, or give it a value." : "Give it fewer values.");
            }
        }
    }

    private List<List<?>> axes() {
        return List.of(networks, seeds, precisions, finetunes, products, devices, clocks, targets);
    }

    /** How many values each axis has, in the order of the components. */
    public int[] extents() {
        return axes().stream().mapToInt(List::size).toArray();
    }

    /** How many points there are. */
    public int size() {
        int size = 1;
        for (int extent : extents()) {
            size *= extent;
        }
        return size;
    }

    /** Where on each axis a point lies. */
    public int[] places(int number) {
        int[] extents = extents();
        int[] places = new int[extents.length];
        int rest = number - 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            places[axis] = rest % extents[axis];
            rest /= extents[axis];
        }
        return places;
    }

    /** The number of the point that lies there. */
    public int number(int... places) {
        int[] extents = extents();
        int number = 0;
        for (int axis = 0; axis < extents.length; axis++) {
            number = number * extents[axis] + places[axis];
        }
        return number + 1;
    }

    /**
     * One of the points.
     *
     * @param number from 1 to {@link #size()}
     */
    public Point point(int number) {
        int[] at = places(number);
        return new Point(
                number,
                networks.get(at[0]),
                seeds.get(at[1]),
                precisions.get(at[2]),
                finetunes.get(at[3]),
                products.get(at[4]),
                devices.get(at[5]),
                clocks.get(at[6]),
                targets.get(at[7]));
    }
}
