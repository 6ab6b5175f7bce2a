/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.Test;

/** What DL4J's reader does by itself with a configuration that nobody checked before; in a JVM that has read none yet. */
@Slow
class ConfigurationLockTest {
    private static final String LOADED = "loaded";

    /** Tells when it is initialized, which is when its code could do something. */
    static final class Foreign {
        static {
            System.out.println(LOADED);
        }

        private Foreign() {}
    }

    /** What the other JVM runs. Arguments: whether to close the lock. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            if (Boolean.parseBoolean(arguments[0])) {
                ConfigurationLock.close();
            }
            String configuration = Dl4jSamples.common()
                    .list()
                    .layer(Dl4jSamples.output())
                    .setInputType(Dl4jSamples.type(CNN2DFormat.NCHW))
                    .build()
                    .toJson();
            System.out.println(
                    MultiLayerConfiguration.fromJson(configuration).getConfs().size() + " read");
            String foreign = configuration.replace(
                    "org.nd4j.linalg.activations.impl.ActivationSoftmax", Foreign.class.getName());
            try {
                MultiLayerConfiguration.fromJson(foreign);
            } catch (RuntimeException e) {
                System.out.println("refused");
            }
            System.exit(0);
        }
    }

    @Test
    void foreignClassesAreNotLoaded() throws Exception {
        assertThat(said(true)).contains("1 read", "refused").doesNotContain(LOADED);
    }

    /** Otherwise the test above would show nothing. */
    @Test
    void withoutTheLockTheyAre() throws Exception {
        assertThat(said(false)).contains("1 read", LOADED);
    }

    private static String said(boolean locked) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        Boolean.toString(locked))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
