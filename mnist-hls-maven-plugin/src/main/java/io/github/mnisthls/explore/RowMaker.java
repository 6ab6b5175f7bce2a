/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.JobResult;
import io.github.mnisthls.explore.job.PlanJob;
import io.github.mnisthls.explore.job.QuantizeJob;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.Outcomes;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts what came of a point's jobs into its row. */
final class RowMaker {
    private static final double NS_PER_SECOND = 1e9;

    private final Outcomes outcomes;
    private final Map<String, JsonNode> shared = new HashMap<>();

    private final int finetuneEpochs;

    /** @param finetuneEpochs of a network that is fine-tuned to the end */
    RowMaker(Outcomes outcomes, int finetuneEpochs) {
        this.outcomes = outcomes;
        this.finetuneEpochs = finetuneEpochs;
    }

    /** The row of a point as far as its jobs are done. */
    Row of(Point point, PlanJob plan) {
        Optional<String> reason = outcomes.reason(plan);
        if (reason.isPresent()) {
            return Row.failed(point, plan.key(), reason.get());
        }
        Optional<JsonNode> planned = outcomes.result(plan).map(JobResult::figures);
        Optional<JsonNode> quantized = shared(plan.quantized());
        Optional<JsonNode> network = shared(plan.quantized().network());
        if (planned.isEmpty() || quantized.isEmpty() || network.isEmpty()) {
            return Row.open(point, plan.key());
        }
        Row done = Row.done(
                point,
                plan.key(),
                figures(point, planned.get(), quantized.get()),
                details(plan.quantized(), planned.get(), quantized.get(), network.get()));
        OptionalInt epochs = done.finetuneEpochs();
        return epochs.isPresent() && epochs.getAsInt() < finetuneEpochs ? done.dropped(finetuneEpochs) : done;
    }

    /** What many points have in common is read once. */
    private Optional<JsonNode> shared(Job job) {
        JsonNode known = shared.get(job.key());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<JsonNode> read =
                outcomes.result(job).filter(JobResult::succeeded).map(JobResult::figures);
        read.ifPresent(figures -> shared.put(job.key(), figures));
        return read;
    }

    private static Figures figures(Point point, JsonNode plan, JsonNode quantized) {
        long interval = plan.get("intervalCycles").longValue();
        return new Figures(
                quantized.get("accuracy").doubleValue(),
                interval,
                plan.get("latencyCycles").longValue(),
                NS_PER_SECOND / (point.clockPeriodNs() * interval),
                plan.get("multipliers").intValue(),
                plan.get("lut").longValue(),
                plan.get("ff").longValue(),
                plan.get("dsp").longValue(),
                plan.get("bram18").longValue(),
                plan.get("uram").longValue());
    }

    private static Row.Details details(QuantizeJob job, JsonNode plan, JsonNode quantized, JsonNode network) {
        List<String> foldings = new ArrayList<>();
        plan.path("foldings").forEach(folding -> foldings.add(folding.textValue()));
        return new Row.Details(
                network.get("float32").doubleValue(),
                quantized.get("flips").intValue(),
                job.finetuning()
                        .map(how -> OptionalInt.of(how.settings().epochs()))
                        .orElse(OptionalInt.empty()),
                plan.get("proved").booleanValue(),
                foldings,
                Optional.empty());
    }
}
