/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mnisthls.files.CheckedZip;
import io.github.mnisthls.files.FileTree;
import java.nio.file.Files;
import java.nio.file.SimpleFileVisitor;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is dangerous is done by one class each, which looks first. */
class FileAccessTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(ArchitectureTest.class);

    /** Whoever looks through folders removes nothing, but one; a run of an HLS tool removes the one mark that it made. */
    @Test
    void oneClassRemovesFolders() {
        Set<String> both =
                new TreeSet<>(callers(Files.class, "walk", "walkFileTree", "find", "newDirectoryStream", "list"));
        both.addAll(callers(SimpleFileVisitor.class, "<init>"));
        both.retainAll(callers(Files.class, "delete", "deleteIfExists"));

        assertThat(both).containsExactly("io.github.mnisthls.amd.run.RunFolder", FileTree.class.getName());
    }

    /** Sizes and sums are compared by it. DL4J's zip is packed again, as it came from DL4J. */
    @Test
    void oneClassUnpacksZips() {
        assertThat(callers(ZipFile.class, "getInputStream")).containsExactly(CheckedZip.class.getName());
        assertThat(callers(ZipInputStream.class, "<init>")).containsExactly("io.github.mnisthls.dl4j.Dl4jZip");
    }

    /** The outermost classes that call one of the methods. */
    private static Set<String> callers(Class<?> owner, String... methods) {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (access.getTargetOwner().isEquivalentTo(owner)
                        && Stream.of(methods).anyMatch(access.getTarget().getName()::equals)) {
                    callers.add(type.getName().replaceFirst("[$].*", ""));
                }
            }
        }
        return callers;
    }
}
