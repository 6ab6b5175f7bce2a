/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.job.Finetuning;
import io.github.mnisthls.explore.job.NetworkJob;
import io.github.mnisthls.explore.job.PlanJob;
import io.github.mnisthls.explore.job.QuantizeJob;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Point;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The jobs of points; points that agree in a job's inputs have the same one. */
public final class PointJobs {
    private final Common common;
    private final Map<TrainingKey, NetworkJob> networks = new HashMap<>();
    private final Map<QuantizeKey, QuantizeJob> quantized = new HashMap<>();

    /**
     * What all points have in common.
     *
     * @param base              digest of the images and of the plugin
     * @param given             digest of the network that is there; empty if networks are trained
     * @param training          but for the seed
     * @param calibrationImages how many training images show the ranges of the activations
     * @param finetune          but for the mode
     */
    public record Common(
            String base,
            Optional<String> given,
            TrainingSettings training,
            int calibrationImages,
            FinetuneSettings finetune) {}

    private record TrainingKey(Alternative network, long seed) {}

    private record QuantizeKey(NetworkJob network, String precision, Optional<Finetuning> finetuning) {}

    public PointJobs(Common common) {
        this.common = common;
    }

    /** The job that gives a network. */
    public NetworkJob network(Alternative network, long seed) {
        return networks.computeIfAbsent(new TrainingKey(network, seed), this::network);
    }

    /** The last of the jobs that give a point; it names those before it. */
    public PlanJob of(Point point) {
        return of(point, OptionalInt.empty());
    }

    /**
     * The same with fewer epochs of fine-tuning, if the point is fine-tuned.
     *
     * @param epochs empty for all
     */
    PlanJob of(Point point, OptionalInt epochs) {
        NetworkJob network = network(point.network(), point.seed());
        Optional<Finetuning> finetuning = finetuning(point, epochs.orElse(finetuneEpochs()));
        QuantizeJob job = quantized.computeIfAbsent(
                new QuantizeKey(network, point.precision(), finetuning),
                key -> QuantizeJob.of(
                        network, Precision.parse(point.precision()), common.calibrationImages(), finetuning));
        return PlanJob.of(job, point.device().part(), point.clockPeriodNs(), point.target(), point.products());
    }

    private NetworkJob network(TrainingKey key) {
        return key.network()
                .architecture()
                .map(architecture -> NetworkJob.trained(
                        common.base(),
                        new TrainingJob(architecture, common.training().withSeed(key.seed()))))
                .orElseGet(() -> NetworkJob.given(common.base(), common.given().orElseThrow()));
    }

    /** Of a network that is fine-tuned to the end. */
    int finetuneEpochs() {
        return common.finetune().epochs();
    }

    private Optional<Finetuning> finetuning(Point point, int epochs) {
        FinetuneMode mode = point.finetune();
        double sparsity = mode == FinetuneMode.OFF ? 0 : common.finetune().sparsity();
        FinetuneSettings settings =
                new FinetuneSettings(mode, epochs, common.finetune().learningRate(), sparsity);
        Precision precision = Precision.parse(point.precision());
        return settings.isOn(precision)
                ? Optional.of(new Finetuning(
                        common.training().withSeed(point.seed()).finetuning(settings, precision), sparsity))
                : Optional.empty();
    }
}
