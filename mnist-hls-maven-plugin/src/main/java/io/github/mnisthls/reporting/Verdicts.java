/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.reporting.StepResult.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a build proved, as test cases: bit-exactness, and every limit that was missed or could not be checked. */
public final class Verdicts {
    private static final double MILLIS_PER_SECOND = 1000;

    private Verdicts() {}

    /** One case each; what did not run is skipped, never passed. */
    public static List<StepResult> of(Metrics metrics, BudgetVerdict budget) {
        List<StepResult> results = new ArrayList<>();
        results.add(bitExactness(metrics.csim()));
        for (BudgetMiss miss : budget.misses()) {
            results.add(budgetCase(miss.figure(), Status.FAILED, miss.text()));
        }
        for (String unchecked : budget.unchecked()) {
            results.add(budgetCase(unchecked.replaceFirst(":.*", ""), Status.SKIPPED, unchecked));
        }
        return List.copyOf(results);
    }

    private static StepResult bitExactness(Optional<CsimMetrics> simulated) {
        String name = "every logit of C simulation equals the emulator's";
        if (simulated.isEmpty()) {
            return new StepResult(
                    "mnist-hls.csim", name, Status.SKIPPED, "C simulation did not run", "", Duration.ZERO);
        }
        CsimMetrics csim = simulated.get();
        Duration duration = duration(csim);
        String details =
                csim.logitsCompared() + " logits compared, " + csim.logitsDiffering() + " differing, " + csim.tool();
        return csim.logitsDiffering() == 0
                ? new StepResult("mnist-hls.csim", name, Status.PASSED, "", details, duration)
                : new StepResult("mnist-hls.csim", name, Status.FAILED, details, "", duration);
    }

    /** As far as it is known: the vendor's tool has a case of its own, with the time of its run. */
    private static Duration duration(CsimMetrics csim) {
        if (csim.compileSeconds().isEmpty() || csim.imagesPerSecond().isEmpty()) {
            return Duration.ZERO;
        }
        double seconds = csim.compileSeconds().getAsDouble()
                + csim.images() / csim.imagesPerSecond().getAsDouble();
        return Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND));
    }

    private static StepResult budgetCase(String figure, Status status, String message) {
        return new StepResult("mnist-hls.budget", figure, status, message, "", Duration.ZERO);
    }
}
