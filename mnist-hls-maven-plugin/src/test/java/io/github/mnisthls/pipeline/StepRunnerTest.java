/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepRunnerTest {
    @TempDir
    private Path folder;

    private final CountingStep step = new CountingStep();
    private final Map<StepName, String> upstream = new EnumMap<>(Map.of(StepName.PLAN, "first"));
    private String plugin = "1.0.0";

    @BeforeEach
    void aWorkFolder() {
        new WorkFolder(folder).lock().close();
    }

    @Test
    void runsOnceAndThenRests() throws Exception {
        String first = bringUpToDate(false);
        String second = bringUpToDate(false);

        assertThat(step.runs).isEqualTo(1);
        assertThat(second).isEqualTo(first);
        assertThat(output()).hasContent("made with 1");
        assertThat(folder.resolve(".staging")).isEmptyDirectory();
    }

    @Test
    void runsAgainWhenAnInputChanges() throws Exception {
        String first = bringUpToDate(false);
        step.inputs.put("clockPeriodNs", "2");

        assertThat(bringUpToDate(false)).isNotEqualTo(first);
        assertThat(output()).hasContent("made with 2");
    }

    @Test
    void runsAgainWhenThePluginChanges() throws Exception {
        bringUpToDate(false);
        plugin = "1.0.1";
        bringUpToDate(false);

        assertThat(step.runs).isEqualTo(2);
    }

    @Test
    void runsAgainWhenTheResultOfAStepBeforeItChanges() throws Exception {
        bringUpToDate(false);
        bringUpToDate(false);
        assertThat(step.runs).isEqualTo(1);

        upstream.put(StepName.PLAN, "second");
        bringUpToDate(false);
        assertThat(step.runs).isEqualTo(2);

        upstream.put(StepName.QUANTIZE, "first");
        bringUpToDate(false);
        assertThat(step.runs).isEqualTo(3);

        upstream.remove(StepName.QUANTIZE);
        bringUpToDate(false);
        assertThat(step.runs).isEqualTo(4);
    }

    /** So that a network is not trained again for the sake of a new form of the record. */
    @Test
    void aRecordOfBeforeStepsHadADigestForEachOtherHoldsForAStepThatDependsOnNone() throws Exception {
        upstream.clear();
        bringUpToDate(false);
        Path record = folder.resolve(".state/generate.json");
        String old = Files.readString(record).replaceFirst("\\s*\"upstream\" : \\{ },", "");
        assertThat(old).doesNotContain("upstream");
        Files.writeString(record, old);

        bringUpToDate(false);

        assertThat(step.runs).isEqualTo(1);
    }

    @Test
    void runsAgainWhenForced() throws Exception {
        bringUpToDate(false);
        bringUpToDate(true);

        assertThat(step.runs).isEqualTo(2);
    }

    @Test
    void mendsEditedMissingAndForeignOutputs() throws Exception {
        bringUpToDate(false);
        Files.writeString(output(), "edited");
        bringUpToDate(false);
        assertThat(output()).hasContent("made with 1");

        Files.delete(output());
        bringUpToDate(false);
        assertThat(output()).hasContent("made with 1");

        Path foreign = Files.writeString(output().resolveSibling("foreign"), "");
        bringUpToDate(false);
        assertThat(foreign).doesNotExist();
        assertThat(folder.resolve("kept/hls/src/foreign")).exists();
        assertThat(step.runs).isEqualTo(4);
    }

    @Test
    void aFolderThatWasThereBeforeTheStepRanIsKept() throws Exception {
        Path precious = Files.createDirectories(folder.resolve("hls/src")).resolve("mine.cpp");
        Files.writeString(precious, "mine");
        Files.createSymbolicLink(folder.resolve("hls/link"), folder);

        bringUpToDate(false);
        Files.writeString(precious, "another");
        bringUpToDate(false);

        assertThat(folder.resolve("kept/hls/src/mine.cpp")).hasContent("mine");
        assertThat(folder.resolve("kept/hls/src/mine.cpp.2")).hasContent("another");
        assertThat(folder.resolve("kept/hls/link")).isSymbolicLink();
    }

    @Test
    void whatAKilledReplacementLeftIsTheStepsOwn() throws Exception {
        bringUpToDate(false);
        Files.move(output(), output().resolveSibling("older.cpp"));
        // As a kill between the new outputs and their record leaves it.
        Files.delete(folder.resolve(".state/generate.json"));
        Files.writeString(folder.resolve(".state/generate.files.json"), "[\"src/older.cpp\"]");

        bringUpToDate(false);

        assertThat(folder.resolve("kept")).doesNotExist();
        assertThat(folder.resolve(".state/generate.files.json")).doesNotExist();
    }

    @Test
    void aFailureKeepsTheEarlierOutputsAndIsNotRemembered() throws Exception {
        bringUpToDate(false);
        step.inputs.put("clockPeriodNs", "3");
        step.failure = new IOException("No space left on device");

        assertThatThrownBy(() -> bringUpToDate(false)).hasMessageContaining("No space left");
        assertThat(output()).hasContent("made with 1");

        step.failure = null;
        bringUpToDate(false);
        assertThat(output()).hasContent("made with 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"schema\": ",
                "null",
                "[]",
                "",
                "<<<<<<< HEAD",
                "{\"schema\": 1, \"inputs\": null, \"outputs\": null}",
                "{\"schema\": 1, \"inputs\": {\"plugin\": null}, \"outputs\": {\"src/top.cpp\": null}}"
            })
    void anUnreadableRecordCountsAsNone(String content) throws Exception {
        bringUpToDate(false);
        Files.writeString(folder.resolve(".state/generate.json"), content);

        bringUpToDate(false);

        assertThat(step.runs).isEqualTo(2);
    }

    @Test
    void aRecordOfAnotherSchemaCountsAsNone() throws Exception {
        bringUpToDate(false);
        Path record = folder.resolve(".state/generate.json");
        Files.writeString(record, Files.readString(record).replace("\"schema\" : 1", "\"schema\" : 0"));

        bringUpToDate(false);

        assertThat(step.runs).isEqualTo(2);
    }

    @Test
    void outputsCanBeReadByWhomTheUmaskLets() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class), "needs POSIX");
        bringUpToDate(false);
        Path usual = Files.createDirectory(folder.resolve("usual"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("hls")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    private String bringUpToDate(boolean force) throws IOException, InterruptedException {
        return new StepRunner(
                        new WorkFolder(folder),
                        Optional.of(StepName.GENERATE),
                        force,
                        plugin,
                        new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                        new KnownDigests(new ConcurrentHashMap<>()))
                .bringUpToDate(step, new UpstreamDigests(upstream));
    }

    private Path output() {
        return folder.resolve("hls/src/top.cpp");
    }

    private static final class CountingStep implements Step {
        private final Map<String, String> inputs = new HashMap<>(Map.of("clockPeriodNs", "1"));
        private IOException failure;
        private int runs;

        @Override
        public StepName name() {
            return StepName.GENERATE;
        }

        @Override
        public Map<String, String> inputs() {
            return inputs;
        }

        @Override
        public void run(Path staging, UpstreamDigests upstream) throws IOException {
            runs++;
            Files.createDirectories(staging.resolve("src"));
            Files.writeString(staging.resolve("src/top.cpp"), "made with " + inputs.get("clockPeriodNs"));
            if (failure != null) {
                throw failure;
            }
        }
    }
}
