/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A newcomer's {@code mvn package} waits for no compiler. */
@Slow
class SlowTestsTest {
    @Test
    void whatStartsProgramsIsSlow() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Test")
                .and(DescribedPredicate.describe(
                        "start programs",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getSimpleName()
                                        .equals("ExternalProgram"))))
                .should()
                .beAnnotatedWith(Slow.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackagesOf(SlowTestsTest.class));
    }
}
