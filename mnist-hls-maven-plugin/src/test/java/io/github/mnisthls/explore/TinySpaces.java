/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Device;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Products;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.explore.space.Target;
import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Spaces of networks that train in no time. */
public final class TinySpaces {
    private TinySpaces() {}

    /** A network of two layers with weights. */
    public static Architecture network() {
        return new Architecture(
                "tiny",
                new Shape(1, 8, 8),
                List.of(
                        new Conv2d("conv1", 2, new Window(3, 3, 1, 1, Padding.NONE)),
                        new Relu("relu1"),
                        new Flatten("flatten1"),
                        new Dense("dense1", 4)));
    }

    /** 2 seeds, these precisions, 2 parts, these targets. */
    public static Space space(List<String> precisions, List<String> targets) {
        return space(
                List.of(1L, 2L),
                precisions,
                List.of(Products.AUTO),
                List.of(SampleParts.ZYNQ_7020, SampleParts.ZYNQ_ULTRASCALE_7EV),
                targets);
    }

    /** One seed, 8 bits, one part; products made of these. */
    static Space ofProducts(List<String> products) {
        return space(
                List.of(1L),
                List.of("auto:8"),
                products.stream().map(Products::parse).toList(),
                List.of(SampleParts.ZYNQ_7020),
                List.of("fastest"));
    }

    private static Space space(
            List<Long> seeds,
            List<String> precisions,
            List<Products> products,
            List<Part> parts,
            List<String> targets) {
        return new Space(
                List.of(new Alternative("tiny", Optional.of(network()), false)),
                seeds,
                precisions,
                List.of(FinetuneMode.AUTO),
                products,
                parts.stream().map(part -> new Device(part.name(), part)).toList(),
                List.of(10.0),
                targets.stream().map(Target::parse).toList());
    }

    /** 40 points: 2 trainings, 10 quantizations, of which 2 are trained on, 40 plans, of which some cannot be. */
    public static Space forty() {
        return space(
                List.of("ap_fixed<16,8>", "auto:8", "auto:7", "auto:6", "auto:4"),
                List.of("fastest", "maxMultipliers=2"));
    }

    /** Jobs of a short training. */
    public static PointJobs jobs() {
        return jobs(1);
    }

    /** The same with so many epochs of fine-tuning. */
    static PointJobs jobs(int epochs) {
        return new PointJobs(new PointJobs.Common(
                "a plugin", Optional.empty(), training(), 100, new FinetuneSettings(FinetuneMode.AUTO, epochs, 0.001)));
    }

    private static TrainingSettings training() {
        return new TrainingSettings(
                1, 64, 1, 0.008, 0.01, OptionalDouble.empty(), 0, Augmentation.DEFAULT, 100, 400, 0, 512, 1);
    }

    public static Wishes wishes() {
        return new Wishes("tiny", List.of(Objective.ACCURACY, Objective.INTERVAL, Objective.LUT), Constraints.NONE);
    }

    /** A folder with the images, marked as ours. */
    public static Site site(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("explore"));
        FolderMark.put(root);
        TinyDataset.write(folder.resolve("images"));
        Site site = new Site(root, Optional.of(folder.resolve("images")), Optional.empty());
        site.write();
        return site;
    }
}
