/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.explore.space.Products;
import io.github.mnisthls.explore.space.Target;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.Part;
import java.util.Optional;

/**
 * A plan of the hardware.
 *
 * @param key           digest of the inputs
 * @param quantized     the network that it is for
 * @param part          that it has to fit
 * @param clockPeriodNs in nanoseconds; the same for all where the target does not depend on it, so that they share the plan
 * @param target        what is asked of the planner
 * @param products      what multiplies
 */
public record PlanJob(
        String key, QuantizeJob quantized, Part part, double clockPeriodNs, Target target, Products products)
        implements Job {
    static final String KIND = "plan";

    private static final double ANY_CLOCK = 10;

    /** The job that follows from these inputs. */
    public static PlanJob of(QuantizeJob quantized, Part part, double clockPeriodNs, Target target, Products products) {
        double clock = target.dependsOnClock() ? clockPeriodNs : ANY_CLOCK;
        ObjectNode inputs = inputs(part, clock, target, products);
        inputs.put("quantized", quantized.key());
        return new PlanJob(Job.digest(inputs), quantized, part, clock, target, products);
    }

    private static ObjectNode inputs(Part part, double clockPeriodNs, Target target, Products products) {
        ObjectNode inputs = JsonNodeFactory.instance
                .objectNode()
                .put("kind", KIND)
                .put("clockPeriodNs", clockPeriodNs)
                .put("target", target.text())
                .put("products", products.text());
        inputs.set("part", Json.tree(part));
        return inputs;
    }

    @Override
    public Optional<Job> upstream() {
        return Optional.of(quantized);
    }

    /** All but the network, which the jobs of a unit have in common. */
    @Override
    public ObjectNode description() {
        return inputs(part, clockPeriodNs, target, products);
    }

    @Override
    public String title() {
        return "plan for " + part.name() + ", " + target.text();
    }

    @Override
    public boolean isTraining() {
        return false;
    }
}
