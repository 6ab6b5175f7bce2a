/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.emulation.LayerEffects;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.RangeWarning;
import io.github.mnisthls.quantization.RawRange;
import io.github.mnisthls.training.RoundingTrials;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that the report page shows. A part that did not run is empty; the page then says what would give it.
 *
 * @param metrics      as in metrics.json; its parts may be null, {@code network} may not
 * @param course       of the training
 * @param trials       trainings with and without rounding
 * @param health       what was found out about the network and its precision
 * @param recognition  of the quantized network on the test set
 * @param effects      what the formats of each layer do to the accuracy
 * @param layers       the values that each layer with weights holds, and its formats
 * @param warnings     formats that are too narrow
 * @param accumulators proved and seen ranges, in the order of the layers
 * @param memories     where each layer keeps its weights and rows, by the layer's name
 * @param originals    what the layers are called in the file that they were loaded from, by the layer's name
 * @param resources    estimated use of the part
 * @param details      where the plan's resources go
 * @param background   what the results come from
 */
public record ReportData(
        Metrics metrics,
        Course course,
        Optional<RoundingTrials> trials,
        Optional<ModelDiagnosis> health,
        Optional<Recognition> recognition,
        Optional<LayerEffects> effects,
        List<LayerValues> layers,
        List<RangeWarning> warnings,
        List<AccumulatorRange> accumulators,
        Map<String, String> memories,
        Map<String, String> originals,
        List<Resource> resources,
        Optional<PlanDetails> details,
        Background background) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if it does not even say which network it is about
     */
    public ReportData {
        if (metrics.network() == null) {
            throw new IllegalArgumentException("a report needs the network's name: fill metrics.network");
        }
        layers = List.copyOf(layers);
        warnings = List.copyOf(warnings);
        accumulators = List.copyOf(accumulators);
        memories = Collections.unmodifiableMap(new LinkedHashMap<>(memories));
        originals = Collections.unmodifiableMap(new LinkedHashMap<>(originals));
        resources = List.copyOf(resources);
    }

    /**
     * What one layer holds.
     *
     * @param weights     the folded float32 weights beside their format
     * @param activations the float32 outputs of the layer beside their format
     */
    public record LayerValues(String name, Optional<ValueHistogram> weights, Optional<ValueHistogram> activations) {}

    /**
     * The range of one accumulator, in raw integers of its format.
     *
     * @param chosen      the format of the accumulator in C++
     * @param proved      the smallest and largest result that any input whatsoever can give
     * @param partialSums all values that the accumulator may hold on the way to a result
     * @param seen        the smallest and largest result on the test images, if they were recorded
     */
    public record AccumulatorRange(
            String layer, FixedPointFormat chosen, RawRange proved, RawRange partialSums, Optional<RawRange> seen) {}

    /**
     * One kind of resource of the part.
     *
     * @param name      as {@code synthesis} of metrics.json names it: lut, ff, dsp, bram18, uram
     * @param estimated by the plan
     * @param available on the part, if known
     */
    public record Resource(String name, long estimated, OptionalLong available) {}

    /**
     * Something that the results depend on.
     *
     * @param name   such as {@code data set} or {@code generated sources}
     * @param sha256 of its content, in hexadecimal
     */
    public record Origin(String name, String sha256) {}

    /**
     * Where the results come from.
     *
     * @param settings   what the build was told, by the name of the POM's element, in the order to show
     * @param provenance digests
     * @param before     what was reported before anything changed
     */
    public record Background(Map<String, String> settings, List<Origin> provenance, Optional<Metrics> before) {
        static final Background NONE = new Background(Map.of(), List.of(), Optional.empty());

        public Background {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            provenance = List.copyOf(provenance);
        }
    }

    /** A report on these figures, and nothing else yet. */
    public static ReportData of(Metrics metrics) {
        return new ReportData(
                metrics,
                Course.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Background.NONE);
    }

    /** The same with the training's course. */
    public ReportData withCourse(Course trained) {
        return new ReportData(
                metrics,
                trained,
                trials,
                health,
                recognition,
                effects,
                layers,
                warnings,
                accumulators,
                memories,
                originals,
                resources,
                details,
                background);
    }

    /** The same with what was found out by trying: what is wrong, and what rounding does to a training. */
    public ReportData withDiagnosis(Optional<ModelDiagnosis> diagnosis, Optional<RoundingTrials> compared) {
        return new ReportData(
                metrics,
                course,
                compared,
                diagnosis,
                recognition,
                effects,
                layers,
                warnings,
                accumulators,
                memories,
                originals,
                resources,
                details,
                background);
    }

    /** The same with what the quantized network makes of the test set. */
    public ReportData withRecognition(Recognition verdicts) {
        return new ReportData(
                metrics,
                course,
                trials,
                health,
                Optional.of(verdicts),
                effects,
                layers,
                warnings,
                accumulators,
                memories,
                originals,
                resources,
                details,
                background);
    }

    /** The same with what the formats of each layer do to the accuracy. */
    public ReportData withEffects(LayerEffects layerEffects) {
        return new ReportData(
                metrics,
                course,
                trials,
                health,
                recognition,
                Optional.of(layerEffects),
                layers,
                warnings,
                accumulators,
                memories,
                originals,
                resources,
                details,
                background);
    }

    /** The same with the layers' values, what is wrong with their formats, and the accumulators' ranges. */
    public ReportData withRanges(
            List<LayerValues> values, List<RangeWarning> formatWarnings, List<AccumulatorRange> ranges) {
        return new ReportData(
                metrics,
                course,
                trials,
                health,
                recognition,
                effects,
                values,
                formatWarnings,
                ranges,
                memories,
                originals,
                resources,
                details,
                background);
    }

    /** The same with what the plan says beside the figures of metrics.json. */
    public ReportData withPlan(
            Map<String, String> layerMemories,
            Map<String, String> layerOriginals,
            List<Resource> partResources,
            PlanDetails planDetails) {
        return new ReportData(
                metrics,
                course,
                trials,
                health,
                recognition,
                effects,
                layers,
                warnings,
                accumulators,
                layerMemories,
                layerOriginals,
                partResources,
                Optional.of(planDetails),
                background);
    }

    /** The same with what the results come from. */
    public ReportData withBackground(Background used) {
        return new ReportData(
                metrics,
                course,
                trials,
                health,
                recognition,
                effects,
                layers,
                warnings,
                accumulators,
                memories,
                originals,
                resources,
                details,
                used);
    }
}
