/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.Slow;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.files.SealedJson;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.it.TinyDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds remember, after disks, mergers and people were at it: it heals, or says what it is. */
@Slow
class RecordFuzzTest {
    @TempDir
    private Path folder;

    /** A file that a build wrote; its text in the record is what the record says of it. */
    private static final class Made implements Step {
        private int runs;

        @Override
        public StepName name() {
            return StepName.TRAIN;
        }

        @Override
        public Map<String, String> inputs() {
            return Map.of("epochs", "3", "dataset", "mnist");
        }

        @Override
        public void run(Path staging, UpstreamDigests upstream) throws IOException {
            runs++;
            Files.writeString(staging.resolve("output.txt"), "output");
        }
    }

    private static void bringUpToDate(WorkFolder work, Made step) throws IOException, InterruptedException {
        try (WorkFolder.Lock lock = work.lock()) {
            assertThat(lock).isNotNull();
            new StepRunner(
                            work,
                            Optional.of(StepName.TRAIN),
                            false,
                            "1.0.0",
                            new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                            new KnownDigests(new ConcurrentHashMap<>()))
                    .bringUpToDate(step, new UpstreamDigests(Map.of()));
        }
    }

    @Test
    void recordsHeal() throws Exception {
        new Fuzzing(folder, "records").runWithoutRefusals((random, place) -> {
            WorkFolder work = new WorkFolder(place.resolve("work"));
            Made step = new Made();
            bringUpToDate(work, step);
            Files.writeString(work.claim(StepName.TRAIN), Json.write(Set.of("output.txt")));
            Path file = random.nextInt(3) == 0 ? work.claim(StepName.TRAIN) : work.record(StepName.TRAIN);
            Files.write(file, damaged(file, random));
            return () -> {
                bringUpToDate(work, step);
                bringUpToDate(work, step);
                assertThat(step.runs).isLessThanOrEqualTo(2);
                assertThat(work.folder(StepName.TRAIN).resolve("output.txt")).hasContent("output");
                return step;
            };
        });
    }

    /** All that a goal reads to say what is known. */
    @Test
    void resultsHeal() throws Exception {
        Path dataset = folder.resolve("dataset");
        TinyDataset.write(dataset);
        Path healthy = folder.resolve("healthy");
        new TinyBuild().apply(dataset.toString(), healthy.toString());
        List<String> files = FileTree.list(healthy).stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
        new Fuzzing(folder, "results").runWithoutRefusals((random, place) -> {
            Path work = place.resolve("work");
            FileTree.copy(healthy, work);
            Path file = work.resolve(files.get(random.nextInt(files.size())));
            Files.write(file, damaged(file, random));
            return () -> {
                try (Pipeline pipeline = new Pipeline(
                        new WorkFolder(work),
                        new PluginIdentity("1.0.0", Path.of("none.jar"), List.of(Path.of("none"))),
                        Optional.empty(),
                        false,
                        StepName.CSIM,
                        new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                        new KnownDigests(new ConcurrentHashMap<>()))) {
                    return pipeline.metrics();
                }
            };
        });
    }

    /** Results of exploring, and of all who keep them so: as they were written, or none. */
    @Test
    void sealedResults() throws Exception {
        Map<String, Object> result =
                Map.of("accuracy", 0.98, "failure", "it does not fit", "layers", List.of(1, 2), "big", 1e300);
        new Fuzzing(folder, "sealed results").runWithoutRefusals((random, place) -> {
            Path file = place.resolve("work/result.json");
            SealedJson.write(file, result);
            JsonNode written = SealedJson.read(file, JsonNode.class).orElseThrow();
            Files.write(file, damaged(file, random));
            return () -> {
                Optional<JsonNode> read = SealedJson.read(file, JsonNode.class);
                read.ifPresent(found -> assertThat(found).isEqualTo(written));
                return read;
            };
        });
    }

    /** One name in it has the digest of a file outside, in which nothing of ours is. */
    @Test
    void manifests() throws Exception {
        String precious = Digest.of("precious");
        new Fuzzing(folder, "manifests").run((random, place) -> {
            Path source = place.resolve("work");
            Path target = place.resolve("output");
            Files.createDirectories(source.resolve("src"));
            Files.createDirectories(target);
            Files.writeString(source.resolve("src/top.cpp"), "line 1\nline 2\n");
            Files.writeString(source.resolve("Makefile"), "all:\n");
            OwnedTree tree = new OwnedTree(target, false, name -> "change " + name);
            tree.publish(FileTree.files(source));
            Files.writeString(target.resolve("old.txt"), "precious");
            Path manifest = target.resolve(OwnedTree.MANIFEST);
            String text = Files.readString(manifest)
                    .replace("\"files\" : {", "\"files\" : { \"old.txt\" : [ \"" + precious + "\" ],");
            Files.writeString(manifest, Mutation.text(text, random));
            return () -> {
                tree.publish(FileTree.files(source));
                return tree;
            };
        });
    }

    private static byte[] damaged(Path file, Random random) throws IOException {
        byte[] healthy = Files.readAllBytes(file);
        return random.nextInt(3) == 0
                ? Mutation.bytes(healthy, random)
                : Mutation.text(new String(healthy, StandardCharsets.UTF_8), random)
                        .getBytes(StandardCharsets.UTF_8);
    }
}
