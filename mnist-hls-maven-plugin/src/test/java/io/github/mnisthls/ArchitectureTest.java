/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mnisthls.documentation.Page;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Holds the packages apart: each may use those named here, and no others of this project. */
@Slow
class ArchitectureTest {
    private static final String BASE = "io.github.mnisthls.";

    /** What anyone may use: they know nothing of networks. */
    private static final Set<String> LEAVES = Set.of("files", "progress", "settings");

    private static final int LONGEST_CLASS = 300;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mnisthls");

    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("settings", List.of()),
            Map.entry("files", List.of()),
            Map.entry("progress", List.of()),
            Map.entry("network", List.of("fixedpoint")),
            Map.entry("dataset", List.of("network")),
            Map.entry("process", List.of()),
            Map.entry("training", List.of("network", "dataset", "fixedpoint", "quantization", "process")),
            Map.entry("loading", List.of("network", "fixedpoint", "process")),
            Map.entry("dl4j", List.of("network", "dataset", "quantization", "training", "loading", "process")),
            Map.entry("fixedpoint", List.of()),
            Map.entry("quantization", List.of("network", "dataset", "fixedpoint")),
            Map.entry("diagnosis", List.of("network", "dataset", "fixedpoint", "quantization", "emulation")),
            Map.entry("adders", List.of()),
            Map.entry("scripts", List.of()),
            Map.entry("emulation", List.of("quantization", "network", "dataset", "fixedpoint")),
            Map.entry("widths", List.of("emulation", "quantization", "network", "dataset", "fixedpoint")),
            Map.entry("hardware", List.of("adders", "quantization", "network", "fixedpoint")),
            Map.entry("rendering", List.of("adders", "hardware", "quantization", "network", "fixedpoint")),
            Map.entry("simulation", List.of("rendering", "process")),
            Map.entry("toolchain", List.of()),
            Map.entry("amd", List.of("toolchain", "hardware", "rendering", "process")),
            Map.entry(
                    "reporting",
                    List.of(
                            "network",
                            "dataset",
                            "diagnosis",
                            "training",
                            "fixedpoint",
                            "quantization",
                            "emulation",
                            "hardware",
                            "rendering",
                            "simulation",
                            "toolchain",
                            "widths")),
            Map.entry(
                    "explore",
                    List.of(
                            "network",
                            "dataset",
                            "training",
                            "quantization",
                            "emulation",
                            "hardware",
                            "rendering",
                            "process",
                            "toolchain",
                            "reporting")),
            Map.entry(
                    "pipeline",
                    List.of(
                            "network",
                            "dataset",
                            "diagnosis",
                            "training",
                            "loading",
                            "fixedpoint",
                            "quantization",
                            "emulation",
                            "adders",
                            "hardware",
                            "rendering",
                            "process",
                            "simulation",
                            "toolchain",
                            "widths",
                            "reporting"))));

    /** {@code SECURITY.md} says so. */
    @Test
    void nothingOpensANetworkConnection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*Socket.*|.*Connection|http\\..*)|java\\.nio\\.channels\\..*Socket.*")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() {
        // A package below another belongs to it.
        Stream<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(BASE.length()).replaceFirst("[.].*", ""))
                .distinct();

        Assertions.assertThat(found)
                .isSubsetOf(Stream.concat(MAY_USE.keySet().stream(), Stream.of("mojo"))
                        .toList());
    }

    @Test
    void contributorsSeeThisTable() {
        Map<String, List<String>> shown = new TreeMap<>();
        Pattern row = Pattern.compile("\\| `(\\w+)` \\| .* \\| (.*) \\|");
        for (String line : Page.of("CONTRIBUTING.md").prose()) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                String names = matcher.group(2).replaceAll("[`-]", "");
                shown.put(matcher.group(1), names.isEmpty() ? List.of() : List.of(names.split(", ", -1)));
            }
        }
        shown.remove("mojo");

        Assertions.assertThat(shown).isEqualTo(MAY_USE);
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((name, allowed) -> {
            String[] forbidden = Stream.concat(MAY_USE.keySet().stream(), Stream.of("mojo"))
                    .filter(other -> !other.equals(name) && !LEAVES.contains(other) && !allowed.contains(other))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    /** The table knows the packages at the top; those below them hold to this too. */
    @Test
    void noPackagesUseEachOther() {
        slices().matching("io.github.mnisthls.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A visitor makes the compiler name every place that a new kind of layer has to be thought of; {@code instanceof} does not. */
    @Test
    void nobodyAsksALayerWhichKindItIs() {
        Stream<String> asked = CLASSES.stream()
                .flatMap(type -> type.getInstanceofChecks().stream())
                .filter(check -> check.getRawType().isAssignableTo(Layer.class)
                        || check.getRawType().isAssignableTo(QuantizedLayer.class))
                .map(check -> check.getOwner().getFullName() + ", line " + check.getLineNumber() + ", instanceof "
                        + check.getRawType().getSimpleName());

        Assertions.assertThat(asked).isEmpty();
    }

    @Test
    void noClassIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(Page.file("mnist-hls-maven-plugin/src/main/java"))) {
            List<String> tooLong = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGEST_CLASS) {
                    tooLong.add(file.getFileName() + " has " + lines + " lines");
                }
            }

            Assertions.assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void onlyTheGoalsKnowMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "mojo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..")
                .check(CLASSES);
    }

    @Test
    void onlyTheChildProcessKnowsDeepLearning4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "dl4j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
