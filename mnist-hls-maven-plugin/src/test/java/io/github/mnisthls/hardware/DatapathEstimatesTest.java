/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.hardware.Datapaths.Datapath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that plans are made by, against a synthesizer: one datapath of each kind, or all of them. */
@Slow
@Thorough
class DatapathEstimatesTest {
    private static final boolean ALL = Boolean.getBoolean("mnisthls.datapaths.all");

    private static final double WORST = 0.25;
    private static final double MEAN = 0.10;
    private static final int LEAST_DATAPATHS = 60;
    private static final Path PAGE = Path.of("..", "src", "site", "markdown", "hardware.md");

    @TempDir
    private Path folder;

    /** An estimate and what came out. */
    private record Compared(Datapath datapath, Resources mapped) {
        double lutError() {
            return error(datapath.rule().lut(), mapped.lut());
        }

        double ffError() {
            return error(datapath.rule().ff(), mapped.ff());
        }

        private static double error(long estimated, long found) {
            return Math.abs(estimated - found) / (double) Math.max(1, found);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%s %,d / %,d | %,d / %,d | %d / %d | %d / %d |",
                    name(datapath),
                    datapath.rule().lut(),
                    mapped.lut(),
                    datapath.rule().ff(),
                    mapped.ff(),
                    datapath.rule().dsp(),
                    mapped.dsp(),
                    datapath.rule().bram18(),
                    mapped.bram18());
        }
    }

    @Test
    void rulesAgreeWithASynthesizer() throws Exception {
        Yosys yosys = new Yosys(
                ExternalProgram.require("yosys", "yosys", DatapathEstimatesTest.class),
                folder,
                Optional.ofNullable(System.getProperty("mnisthls.datapaths.known"))
                        .map(Path::of));
        List<Compared> compared = new ArrayList<>();
        for (Datapath datapath : chosen()) {
            Compared next = new Compared(datapath, yosys.synthesize(datapath.verilog(), datapath.options()));
            System.out.println(next.row());
            compared.add(next);
        }

        List<String> page = Files.readAllLines(PAGE);
        SoftAssertions.assertSoftly(softly -> compared.forEach(one -> {
            softly.assertThat(page)
                    .filteredOn(line -> line.startsWith(name(one.datapath())))
                    .allMatch(one.row()::equals);
            softly.assertThat(one.lutError()).as("LUT: " + one.row()).isLessThanOrEqualTo(WORST);
            softly.assertThat(one.ffError()).as("FF: " + one.row()).isLessThanOrEqualTo(WORST);
            softly.assertThat(List.of(
                            one.datapath().rule().dsp(), one.datapath().rule().bram18()))
                    .as(one.row())
                    .containsExactly(one.mapped().dsp(), one.mapped().bram18());
        }));
        double lut = compared.stream().mapToDouble(Compared::lutError).average().orElseThrow();
        double ff = compared.stream().mapToDouble(Compared::ffError).average().orElseThrow();
        System.out.printf(Locale.ROOT, "%d datapaths, mean error of LUT %.3f, of FF %.3f%n", compared.size(), lut, ff);
        assertThat(lut).isLessThanOrEqualTo(MEAN);
        assertThat(ff).isLessThanOrEqualTo(MEAN);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(Datapaths.all()).hasSizeGreaterThanOrEqualTo(LEAST_DATAPATHS);
    }

    @Test
    void thePageHasOneOfEachKindAndSaysWhatTheRulesSay() throws Exception {
        List<String> page = Files.readAllLines(PAGE);
        Set<String> kinds = new LinkedHashSet<>();
        for (Datapath datapath : Datapaths.all()) {
            page.stream().filter(line -> line.startsWith(name(datapath))).forEach(line -> {
                kinds.add(datapath.kind());
                assertThat(line)
                        .matches(Pattern.quote(name(datapath))
                                + String.format(
                                        Locale.ROOT,
                                        " %,d / .* \\| %,d / .* \\| %d / .* \\| %d / .*",
                                        datapath.rule().lut(),
                                        datapath.rule().ff(),
                                        datapath.rule().dsp(),
                                        datapath.rule().bram18()));
            });
        }
        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Datapaths.all().stream().map(Datapath::kind).collect(Collectors.toSet()));
    }

    /** As a row begins. */
    private static String name(Datapath datapath) {
        return "| " + datapath.kind() + " | " + datapath.size() + " |";
    }

    private static List<Datapath> chosen() {
        Set<String> kinds = new LinkedHashSet<>();
        return Datapaths.all().stream()
                .filter(datapath -> kinds.add(datapath.kind()) || ALL)
                .toList();
    }
}
