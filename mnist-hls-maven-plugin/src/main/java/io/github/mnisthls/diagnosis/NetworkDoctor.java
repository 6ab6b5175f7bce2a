/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.diagnosis.Symptom.Kind;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out what is wrong with a float network: whatever it may have been meant to be is tried on the images. */
final class NetworkDoctor {
    /** Who recognizes more than this is well. */
    private static final double WELL = 0.97;

    private final Network network;
    private final LabeledImages images;
    private final int threads;
    private final int[] predicted;
    private final double before;

    NetworkDoctor(Network network, LabeledImages images, int threads) {
        this.network = network;
        this.images = images;
        this.threads = threads;
        this.predicted = new FloatInference(network).predicted(images, threads);
        this.before = FloatInference.accuracy(images, predicted);
    }

    /** Accuracy of the network as it is. */
    double accuracy() {
        return before;
    }

    /** What mends it best; empty if it is well, or nothing helps. */
    Optional<Symptom> look() {
        if (before > WELL) {
            return Optional.empty();
        }
        List<Candidate> candidates = Candidates.of(network, images);
        Optional<Symptom> best = candidates.stream()
                .map(each -> new Symptom(
                        each.kind(),
                        each.where(),
                        each.seen(),
                        each.remedy(),
                        before,
                        new FloatInference(each.network()).accuracy(each.images(), threads)))
                .max(Comparator.comparingDouble(Symptom::after)
                        // of equals the first one
                        .thenComparing(Symptom::kind, Comparator.reverseOrder()))
                // The right one leaves few of the mistakes; a wrong one may be better by chance.
                .filter(symptom -> symptom.after() > (1 + before) / 2);
        return best.or(this::labels).or(this::learning);
    }

    /** Learned on one half of the images which class means which, judged on the other. */
    private Optional<Symptom> labels() {
        int classes = network.architecture().classes();
        int half = images.count() / 2;
        int[] meaning = IntStream.range(0, classes)
                .map(answer -> mostFrequentLabel(answer, classes, half))
                .toArray();
        long correct = IntStream.range(half, images.count())
                .filter(i -> meaning[predicted[i]] == images.label(i))
                .count();
        double after = (double) correct / (images.count() - half);
        boolean isPermutation = IntStream.of(meaning).distinct().count() == classes;
        return isPermutation && after > (1 + before) / 2
                ? Optional.of(new Symptom(
                        Kind.LABELS_PERMUTED,
                        "labels",
                        "the classes 0 to " + (classes - 1) + " of the network are "
                                + IntStream.of(meaning).boxed().toList() + " of the data set",
                        "Give the data set the order of classes that the training had",
                        before,
                        after))
                : Optional.empty();
    }

    private int mostFrequentLabel(int answer, int classes, int end) {
        long[] counts = new long[classes];
        for (int i = 0; i < end; i++) {
            counts[images.label(i)] += predicted[i] == answer ? 1 : 0;
        }
        return IntStream.range(0, classes)
                .boxed()
                .max(Comparator.comparingLong(label -> counts[label]))
                .orElseThrow();
    }

    /** A network that guesses, and whose batch normalizations are as they were before the training. */
    private Optional<Symptom> learning() {
        double chance = 1.0 / network.architecture().classes();
        return before < 2 * chance && new Norms(network).areUntouched()
                ? Optional.of(new Symptom(
                        Kind.TRAINED_WITH_ROUNDING,
                        "network",
                        "all batch normalizations still have scale 1 and shift 0: no gradient ever reached them, as if"
                                + " activations had been rounded while it was trained",
                        "Train in float32; " + Settings.SCRIPT.option() + " finds what rounds in a training script",
                        before,
                        before))
                : Optional.empty();
    }
}
