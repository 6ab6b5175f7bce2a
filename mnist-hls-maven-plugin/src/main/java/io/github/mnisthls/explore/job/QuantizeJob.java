/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.quantization.Precision;
import java.util.Optional;

/**
 * A quantized network, trained on with rounding before if need be, and what it makes of the test images.
 *
 * @param key               digest of the inputs
 * @param network           that is quantized
 * @param precision         fixed-point formats
 * @param calibrationImages how many training images show the ranges of the activations
 * @param finetuning        how it is trained on; empty if it is not
 */
public record QuantizeJob(
        String key, NetworkJob network, Precision precision, int calibrationImages, Optional<Finetuning> finetuning)
        implements Job {
    static final String KIND = "quantize";

    /** The job that follows from these inputs. */
    public static QuantizeJob of(
            NetworkJob network, Precision precision, int calibrationImages, Optional<Finetuning> finetuning) {
        ObjectNode inputs = inputs(network, precision, calibrationImages);
        finetuning.ifPresent(how -> inputs.set("finetuning", how.inputs()));
        return new QuantizeJob(Job.digest(inputs), network, precision, calibrationImages, finetuning);
    }

    private static ObjectNode inputs(NetworkJob network, Precision precision, int calibrationImages) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", KIND)
                .put("network", network.key())
                .put("precision", precision.text())
                .put("calibrationImages", calibrationImages);
    }

    @Override
    public Optional<Job> upstream() {
        return Optional.of(network);
    }

    @Override
    public ObjectNode description() {
        ObjectNode node = inputs(network, precision, calibrationImages);
        node.set("network", network.description());
        finetuning.ifPresent(how -> node.set("finetuning", how.description()));
        return node;
    }

    @Override
    public String title() {
        return (finetuning.isPresent() ? "fine-tuning to " : "quantization to ") + precision.text();
    }

    @Override
    public boolean isTraining() {
        return finetuning.isPresent();
    }
}
