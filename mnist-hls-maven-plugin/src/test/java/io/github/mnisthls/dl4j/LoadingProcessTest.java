/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static io.github.mnisthls.dl4j.Dl4jSamples.INPUT;
import static io.github.mnisthls.dl4j.Dl4jSamples.network;
import static io.github.mnisthls.dl4j.Dl4jSamples.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.process.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real process. */
@Slow
class LoadingProcessTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhichNamesWereChanged() throws IOException {
        DenseLayer odd = new DenseLayer.Builder().name("密-1").nOut(3).build();
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(network(CNN2DFormat.NCHW, odd, output()), file.toFile(), false);
        ChildJvm jvm = new ChildJvm(Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .map(Path::of)
                .toList());

        assertThat(new ModelLoader(jvm, 1024)
                        .load(ModelSettings.of(file), INPUT, folder.resolve("loading"))
                        .network()
                        .architecture()
                        .layers())
                .extracting(Layer::name)
                .containsExactly("flatten1", "layer__1", "layer1");
        assertThat(folder.resolve("loading/loading.log"))
                .content()
                .contains("@notice", "'密-1' is layer__1")
                .doesNotContain("'layer1'");
    }
}
