/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import io.github.mnisthls.explore.job.PlanJob;
import io.github.mnisthls.explore.job.PointDesigns;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.SealedJson;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** C synthesis of single points. What the tool said of the same design before is not asked again. */
public final class Synthesizer {
    private static final double NS_PER_SECOND = 1e9;

    private final Path root;
    private final PointDesigns designs;
    private final DesignForm form;
    private final ToolRun run;
    private final SynthesisListener listener;

    /** @param listener told what the tool says */
    public Synthesizer(Site site, DesignForm form, ToolRun run, SynthesisListener listener) {
        this.root = site.root().resolve("synthesis");
        this.designs = new PointDesigns(site);
        this.form = form;
        this.run = run;
        this.listener = listener;
    }

    /** The row with the tool's figures; or as it is, with the reason why there are none. */
    Row synthesized(Row row, PlanJob job) throws IOException {
        Map<String, byte[]> project =
                new TreeMap<>(form.render(designs.of(job, row.point().clockPeriodNs())));
        Path place = root.resolve(key(project));
        Path file = place.resolve("result.json");
        Optional<Finding> known = SealedJson.read(file, Finding.class);
        if (known.isPresent()) {
            return told(row, known.get());
        }
        Path sources = place.resolve("hls");
        FileTree.delete(sources);
        project.forEach((name, content) -> AtomicFile.write(sources.resolve(name), content));
        SynthesisOutcome outcome = run.tool().run(request(sources, place), listener);
        if (outcome instanceof SynthesisOutcome.Synthesized synthesized) {
            Finding finding = Finding.of(synthesized);
            SealedJson.write(file, finding);
            return told(row, finding);
        }
        return row.withoutSynthesis(outcome.describe());
    }

    private SynthesisRequest request(Path sources, Path place) {
        return new SynthesisRequest(
                SynthesisStep.CSYNTH,
                sources,
                place.resolve("tool"),
                form.names().top(),
                ProjectRenderer.VERDICT,
                run.exportFormat(),
                run.launcher(),
                run.limit(),
                run.memoryLimitMiB());
    }

    /** All that the result follows from. */
    private String key(Map<String, byte[]> project) {
        StringBuilder inputs = new StringBuilder(new TreeMap<>(run.tool().identity()).toString());
        project.forEach((name, content) -> inputs.append(name).append(Digest.of(content)));
        return Digest.of(inputs.toString()).substring(0, 32);
    }

    /** What the tool does not tell stays an estimate. */
    private static Row told(Row row, Finding finding) {
        Figures estimate = row.figures().orElseThrow();
        long interval = finding.intervalCycles().orElse(estimate.intervalCycles());
        return row.measured(
                new Figures(
                        estimate.accuracy(),
                        interval,
                        finding.latencyCycles().orElse(estimate.latencyCycles()),
                        NS_PER_SECOND / (row.point().clockPeriodNs() * interval),
                        estimate.multipliers(),
                        or(finding.lut(), estimate.lut()),
                        or(finding.ff(), estimate.ff()),
                        or(finding.dsp(), estimate.dsp()),
                        or(finding.bram18(), estimate.bram18()),
                        or(finding.uram(), estimate.uram())),
                finding.tool(),
                finding.clockPeriodNs());
    }

    private static long or(OptionalLong told, long estimate) {
        return told.orElse(estimate);
    }
}
