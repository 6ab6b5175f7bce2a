/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vectors of every width give the scalar kernels' bits. The width is a constant of the class, so each has a copy of its own.
 * A width that the CPU does not have is computed by the JDK's own Java code.
 */
@Slow
@Thorough
class VectorWidthsTest {
    private static final String PROPERTY = "mnisthls.vector.bits";

    /** So often that the JIT compiler takes the vector instructions, which the interpreter does not. */
    private static final int REPETITIONS = 150;

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512})
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void eachGivesTheScalarBits(int bits) throws Exception {
        try (URLClassLoader loader = copyOfTheKernels()) {
            assertThat(width(loader, bits)).isEqualTo(bits / Float.SIZE);
            for (Method test : tests(loader)) {
                Constructor<?> constructor = test.getDeclaringClass().getDeclaredConstructor();
                constructor.setAccessible(true);
                for (int i = 0; i < REPETITIONS; i++) {
                    test.invoke(constructor.newInstance());
                }
            }
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void widerOnesThanThePartialSumsAreNotTaken() throws Exception {
        try (URLClassLoader loader = copyOfTheKernels()) {
            assertThat(width(loader, 1024)).isEqualTo(Kernels.PARTIAL_SUMS);
        }
    }

    /** The lanes that a copy of the kernels has if it is first used with a forced width. */
    private static int width(ClassLoader loader, int bits) throws ReflectiveOperationException {
        System.setProperty(PROPERTY, Integer.toString(bits));
        try {
            Field width = loader.loadClass(VectorKernels.class.getName()).getDeclaredField("WIDTH");
            width.setAccessible(true);
            return width.getInt(null);
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    private static List<Method> tests(ClassLoader loader) throws ReflectiveOperationException {
        List<Method> tests = Stream.of(
                        loader.loadClass(KernelsTest.class.getName()).getDeclaredMethods())
                .filter(method -> Stream.of(method.getAnnotations())
                        .anyMatch(mark -> mark.annotationType().getSimpleName().equals("Test")))
                .toList();
        assertThat(tests).hasSizeGreaterThan(5);
        tests.forEach(test -> test.setAccessible(true));
        return tests;
    }

    private static URLClassLoader copyOfTheKernels() throws IOException {
        URL[] urls = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(VectorWidthsTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
