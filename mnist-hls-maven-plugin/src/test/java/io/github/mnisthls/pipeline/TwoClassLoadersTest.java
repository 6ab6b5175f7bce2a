/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.it.TinyDataset;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Maven daemon keeps its JVM and may load the plugin twice, as may one build with the plugin as an extension. */
@Slow
@Thorough
class TwoClassLoadersTest {
    @TempDir
    private Path folder;

    @Test
    void twoCopiesOfThePluginWorkInOneJvmAtATime() throws Exception {
        Path dataset = folder.resolve("dataset");
        TinyDataset.write(dataset);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (URLClassLoader first = copyOfThePlugin();
                URLClassLoader second = copyOfThePlugin()) {
            assertThat(first.loadClass(TinyBuild.class.getName()))
                    .isNotEqualTo(second.loadClass(TinyBuild.class.getName()));
            List<Future<String>> results = Stream.of(first, second)
                    .map(loader -> threads.submit(() -> build(loader, dataset, folder.resolve(loader.hashCode() + ""))))
                    .toList();

            assertThat(results.get(0).get())
                    .contains("src/top.cpp")
                    .isEqualTo(results.get(1).get());
            // Each loader's next build knows what the other's has done.
            assertThat(build(second, dataset, folder.resolve(first.hashCode() + "")))
                    .isEqualTo(results.get(0).get());
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("unchecked")
    private static String build(ClassLoader loader, Path dataset, Path work) throws ReflectiveOperationException {
        Object build = loader.loadClass(TinyBuild.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        return ((BinaryOperator<String>) build).apply(dataset.toString(), work.toString());
    }

    private static URLClassLoader copyOfThePlugin() {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(TwoClassLoadersTest::url)
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
