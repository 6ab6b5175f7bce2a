/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.explore.space.Products;
import io.github.mnisthls.explore.space.Target;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.DspSlice;
import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.training.TrainingJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the units that another process wrote. */
final class JobReader {
    private static final String FINETUNING = "finetuning";

    private final String place;

    private JobReader(String place) {
        this.place = place;
    }

    /** The unit of a file. */
    static Unit unit(Path file) {
        JobReader reader = new JobReader(file.toString());
        JsonNode node = Json.read(file, JsonNode.class);
        List<Job> jobs = new ArrayList<>();
        Optional<QuantizeJob> quantized =
                Optional.ofNullable(node.get("quantized")).map(reader::quantize);
        node.get("jobs").forEach(job -> jobs.add(reader.job(job, quantized)));
        return Unit.of(jobs);
    }

    private Job job(JsonNode node, Optional<QuantizeJob> quantized) {
        return switch (node.get("kind").textValue()) {
            case NetworkJob.KIND -> network(node);
            case QuantizeJob.KIND -> quantize(node);
            case PlanJob.KIND -> plan(node, quantized.orElseThrow());
            default -> throw new IllegalArgumentException(place + " has a job of kind " + node.get("kind"));
        };
    }

    private NetworkJob network(JsonNode node) {
        String base = node.get("base").textValue();
        return node.has("training")
                ? NetworkJob.trained(base, TrainingJob.read(place, node.get("training")))
                : NetworkJob.given(base, node.get("given").textValue());
    }

    private QuantizeJob quantize(JsonNode node) {
        return QuantizeJob.of(
                network(node.get("network")),
                Precision.parse(node.get("precision").textValue()),
                node.get("calibrationImages").intValue(),
                finetuning(node));
    }

    private static Optional<Finetuning> finetuning(JsonNode node) {
        return Optional.ofNullable(node.get(FINETUNING)).map(Finetuning::read);
    }

    private static PlanJob plan(JsonNode node, QuantizeJob quantized) {
        JsonNode part = node.get("part");
        JsonNode has = part.get("resources");
        return PlanJob.of(
                quantized,
                new Part(
                        part.get("name").textValue(),
                        new DspSlice(
                                part.get("dspSlice").get("wide").intValue(),
                                part.get("dspSlice").get("narrow").intValue()),
                        new Resources(
                                has.get("lut").longValue(),
                                has.get("ff").longValue(),
                                has.get("dsp").longValue(),
                                has.get("bram18").longValue(),
                                has.get("uram").longValue())),
                node.get("clockPeriodNs").doubleValue(),
                Target.parse(node.get("target").textValue()),
                Products.parse(node.get("products").textValue()));
    }
}
