/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs batches through a model, in shards of {@link Kernels#LANES} images. How images fall into shards, and the order in
 * which results are added up, depends on the batch alone: the number of threads changes the speed, not one bit.
 */
final class ShardedModel implements AutoCloseable {
    private final Model model;
    private final Optional<Teacher> teacher;
    private final Workers workers;
    private final List<Shard> pool = new ArrayList<>();
    private final List<Segment> segments;
    private final float[] gradient;
    private final PixelLevels levels;

    /** Operations between two points where all shards wait for each other. */
    private record Segment(int from, int to) {}

    /** How a batch went: mean loss and number of correct answers. */
    record Outcome(double loss, int correct) {}

    ShardedModel(Model model, int threads) {
        this(model, Optional.empty(), threads);
    }

    /** @param teacher whose answers are learned beside the labels, in equal parts */
    ShardedModel(Model model, Optional<Teacher> teacher, int threads) {
        this.teacher = teacher;
        this.model = model;
        this.workers = new Workers(threads);
        this.gradient = new float[model.parameters().length];
        this.levels = new PixelLevels(
                model.architecture().pixels(), model.architecture().input());
        this.segments = segments(model.operations());
    }

    private static List<Segment> segments(List<Operation> operations) {
        List<Segment> result = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).joinsForward() || i == operations.size() - 1) {
                result.add(new Segment(from, i + 1));
                from = i + 1;
            }
        }
        return result;
    }

    /** Gradient of the mean loss by the parameters, as the last {@link #learn} found it. */
    float[] gradient() {
        return gradient;
    }

    /**
     * Runs a batch forward and backward.
     *
     * @param images numbers of the images
     * @param seed   decides what dropout leaves out
     */
    Outcome learn(ImageLoader loader, int[] images, long seed) {
        model.roundParameters();
        List<Shard> shards = assign(images, seed);
        teacher.ifPresent(who -> who.prepare(shards.size()));
        int last = segments.size() - 1;
        for (int i = 0; i <= last; i++) {
            Segment segment = segments.get(i);
            boolean isFirst = i == 0;
            boolean isLast = i == last;
            workers.run(shards.size(), position -> {
                Shard shard = shards.get(position);
                if (isFirst) {
                    load(shard, images, loader);
                }
                forward(shard, segment, true);
                if (isLast) {
                    judge(shard, images.length);
                    backward(shard, segment);
                }
            });
            join(segment, shards, isLast);
        }
        for (int i = last - 1; i >= 0 && segments.get(i).to() > model.firstLearner(); i--) {
            Segment segment = segments.get(i);
            workers.run(shards.size(), position -> backward(shards.get(position), segment));
            joinBackward(segment, shards);
        }
        addGradients(shards);
        return outcome(shards, images.length);
    }

    private void judge(Shard shard, int batch) {
        float[] targets = SoftmaxLoss.labels(shard, model.architecture().classes());
        teacher.ifPresent(who -> who.add(shard, targets));
        SoftmaxLoss.apply(shard, targets, batch);
    }

    /** Loss and correct answers of a batch as the finished network gives them: no dropout, running statistics. */
    Outcome judge(ImageLoader loader, int[] images) {
        List<Shard> shards = infer(loader, images);
        return outcome(shards, images.length);
    }

    /** Logits of a batch as the finished network gives them, for each image. */
    float[][] logits(ImageLoader loader, int[] images) {
        int classes = model.architecture().classes();
        float[][] result = new float[images.length][classes];
        for (Shard shard : infer(loader, images)) {
            float[] values = shard.logits();
            for (int lane = 0; lane < shard.count; lane++) {
                for (int i = 0; i < classes; i++) {
                    result[shard.position * Kernels.LANES + lane][i] = values[i * Kernels.LANES + lane];
                }
            }
        }
        return result;
    }

    /** Computes a batch as the finished network does, and shows what came out, shard by shard in their order. */
    void look(ImageLoader loader, int[] images, Consumer<Shard> viewer) {
        infer(loader, images).forEach(viewer);
    }

    private List<Shard> infer(ImageLoader loader, int[] images) {
        model.roundParameters();
        List<Shard> shards = assign(images, 0);
        workers.run(shards.size(), position -> {
            Shard shard = shards.get(position);
            load(shard, images, loader);
            segments.forEach(segment -> forward(shard, segment, false));
            SoftmaxLoss.apply(shard, model.architecture().classes(), images.length);
        });
        return shards;
    }

    private void join(Segment segment, List<Shard> shards, boolean isLast) {
        if (isLast) {
            joinBackward(segment, shards);
        } else {
            model.operations().get(segment.to() - 1).joinForward(shards);
        }
    }

    /** A segment begins where the operation before it waited for all shards, so only its first can wait on the way back. */
    private void joinBackward(Segment segment, List<Shard> shards) {
        Operation first = model.operations().get(segment.from());
        if (first.joinsBackward()) {
            first.joinBackward(shards);
        }
    }

    private void forward(Shard shard, Segment segment, boolean training) {
        for (int i = segment.from(); i < segment.to(); i++) {
            model.operations().get(i).forward(shard, training);
        }
    }

    private void backward(Shard shard, Segment segment) {
        for (int i = segment.to() - 1; i >= Math.max(segment.from(), model.firstLearner()); i--) {
            Operation operation = model.operations().get(i);
            if (model.reaches(operation)) {
                operation.backward(shard);
            }
        }
    }

    private void addGradients(List<Shard> shards) {
        System.arraycopy(shards.get(0).parameterGradients, 0, gradient, 0, gradient.length);
        for (Shard shard : shards.subList(1, shards.size())) {
            float[] more = shard.parameterGradients;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += more[i];
            }
        }
    }

    private static Outcome outcome(List<Shard> shards, int images) {
        double loss = 0;
        int correct = 0;
        for (Shard shard : shards) {
            loss += shard.loss;
            correct += shard.correct;
        }
        return new Outcome(loss / images, correct);
    }

    private List<Shard> assign(int[] images, long seed) {
        int count = (images.length + Kernels.LANES - 1) / Kernels.LANES;
        while (pool.size() < count) {
            pool.add(model.createShard(pool.size()));
        }
        List<Shard> shards = pool.subList(0, count);
        for (Shard shard : shards) {
            int first = shard.position * Kernels.LANES;
            shard.count = Math.min(Kernels.LANES, images.length - first);
            shard.seed = seed + shard.position;
        }
        return shards;
    }

    private void load(Shard shard, int[] images, ImageLoader loader) {
        for (int lane = 0; lane < shard.count; lane++) {
            loader.load(shard, lane, images[shard.position * Kernels.LANES + lane], levels);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
