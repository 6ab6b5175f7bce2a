/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a point.
 *
 * @param plan    names the plan: the digest of all that it follows from
 * @param status  whether it is done
 * @param reason  why it failed, or why an HLS tool could not synthesize it; else empty
 * @param figures what was found; empty if it failed or is open
 * @param details what was found besides; empty if it failed or is open
 */
public record Row(
        Point point, String plan, Status status, String reason, Optional<Figures> figures, Optional<Details> details) {
    /** How far a point is. */
    public enum Status {
        OPEN,
        DONE,
        FAILED,
        /** Not fine-tuned to the end, as others were better half-way; the figures are those of then. */
        DROPPED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What no objective asks for.
     *
     * @param float32   accuracy of the float network
     * @param flips     test images whose class is another than in float32
     * @param finetuned for how many epochs the network was trained on with rounding; empty if it was not
     * @param proved    whether no other foldings are better
     * @param foldings  of the layers that the setting names, as elements of the POM
     * @param measured  what an HLS tool's figures stand for; empty if all are the planner's estimates
     */
    public record Details(
            double float32,
            int flips,
            OptionalInt finetuned,
            boolean proved,
            List<String> foldings,
            Optional<Measured> measured) {
        public Details {
            foldings = List.copyOf(foldings);
        }
    }

    /**
     * That figures of the hardware are those of C synthesis.
     *
     * @param tool          its name and version
     * @param clockPeriodNs that it reaches, as it says itself before placement
     * @param estimate      the planner's figures
     */
    public record Measured(
            @JsonProperty("tool") String tool,
            @JsonProperty("clockPeriodNs") double clockPeriodNs,
            @JsonProperty("estimate") Figures estimate) {}

    /** A point that nothing is known of yet. */
    public static Row open(Point point, String plan) {
        return new Row(point, plan, Status.OPEN, "", Optional.empty(), Optional.empty());
    }

    /** A point that has no design. */
    public static Row failed(Point point, String plan, String reason) {
        return new Row(point, plan, Status.FAILED, reason, Optional.empty(), Optional.empty());
    }

    /** A point's design. */
    public static Row done(Point point, String plan, Figures figures, Details details) {
        return new Row(point, plan, Status.DONE, "", Optional.of(figures), Optional.of(details));
    }

    /** For how many epochs the network was trained on with rounding; empty if it was not. */
    public OptionalInt finetuneEpochs() {
        return details.map(Details::finetuned).orElse(OptionalInt.empty());
    }

    /** The same point, whose network is not trained on to the end. */
    public Row dropped(int epochs) {
        return new Row(
                point,
                plan,
                Status.DROPPED,
                "fine-tuned for " + finetuneEpochs().orElse(0) + " of " + epochs
                        + " epochs, because others were better by then",
                figures,
                details);
    }

    /** The same point with what an HLS tool says of it. */
    public Row measured(Figures figuresOfTool, String tool, double reachedClockPeriodNs) {
        Details known = details.orElseThrow();
        Measured measured = new Measured(tool, reachedClockPeriodNs, figures.orElseThrow());
        return done(
                point,
                plan,
                figuresOfTool,
                new Details(
                        known.float32(),
                        known.flips(),
                        known.finetuned(),
                        known.proved(),
                        known.foldings(),
                        Optional.of(measured)));
    }

    /** The same point, which an HLS tool could not synthesize. */
    public Row withoutSynthesis(String problem) {
        return new Row(point, plan, status, problem, figures, details);
    }

    /** What the planner says of the hardware, whatever an HLS tool found. */
    public Optional<Figures> estimate() {
        return details.flatMap(Details::measured).map(Measured::estimate).or(() -> figures);
    }
}
