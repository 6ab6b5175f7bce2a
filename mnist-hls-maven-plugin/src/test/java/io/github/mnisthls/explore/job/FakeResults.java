/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** Results that follow from nothing but the jobs' keys, for those who do not care what they are. */
public final class FakeResults {
    private FakeResults() {}

    /**
     * Writes those of a unit.
     *
     * @param share of the jobs that are done before the node dies; 1 for all
     */
    public static void write(Path root, Path unit, double share) {
        List<Job> jobs = JobReader.unit(unit).jobs();
        JobStore store = new JobStore(root);
        jobs.subList(0, (int) (jobs.size() * share)).forEach(job -> store.write(job, new JobResult(figures(job))));
    }

    private static ObjectNode figures(Job job) {
        int number = Integer.parseInt(job.key().substring(0, 6), 16);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        if (job instanceof PlanJob) {
            figures.put("intervalCycles", 1000 + number % 9999);
            figures.put("latencyCycles", 3000 + number % 7777);
            for (String name : List.of("multipliers", "lut", "ff", "dsp", "bram18", "uram")) {
                figures.put(name, 1 + number % (1000 + name.length()));
            }
            return figures.put("proved", true);
        }
        figures.put("accuracy", 0.9 + number % 1000 / 10_000.0);
        figures.put("float32", 0.99);
        return figures.put("flips", number % 100);
    }
}
