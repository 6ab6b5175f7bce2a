/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be computed otherwise than Keras computes it is refused: by layer, property and value. */
class KerasRefusalTest {
    private static final Shape IMAGES = new Shape(1, 28, 28);
    private static final String MODEL = "lenet-json-keras2/model.json";

    @TempDir
    Path folder;

    private Path file;
    private ObjectNode model;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("model.json");
        Files.copy(source("lenet-json-keras2/model_weights.h5"), folder.resolve("model_weights.h5"));
        model = (ObjectNode) Json.parse(Files.readString(source(MODEL)));
    }

    @Test
    void isReadAsItIs() throws IOException {
        Files.writeString(file, Json.write(model));

        assertThat(KerasModel.json(file, ModelRequest.of(IMAGES))
                        .network()
                        .architecture()
                        .classes())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv2d|padding|\"causal\"|padding is 'causal'",
                "conv2d|groups|2|groups is 2",
                "conv2d|activation|\"selu\"|activation is 'selu'",
                "conv2d|activation|\"softmax\"|softmax is taken of an image",
                "conv2d|data_format|\"channels_first\"|data_format is [channels_first, channels_last]",
                "conv2d|dtype|\"float16\"|dtype is \"float16\"",
                "conv2d|kernel_size|[5, 5]|have the shape [3, 3, 1, 4] where [5, 5, 1, 4] are needed",
                "conv2d|filters|4.5|filters is 4.5",
                "conv2d|use_bias|false|the file holds the weights [kernel, bias] where [kernel] are needed",
                "conv2d|kernel_quantizer|\"ternary\"|kernel_quantizer=\"ternary\"",
                "conv2d|name|\"other\"|the file holds no weights for it",
                "max_pooling2d|pool_size|[2, 2, 2]|pool_size is [2,2,2]",
                "max_pooling2d|pool_size|[20, 20]|larger than its input",
                "batch_normalization|axis|[1]|axis is [1]",
                "batch_normalization|renorm|true|renorm is true",
                "batch_normalization|scale|false|where [beta, moving_mean, moving_variance] are needed",
                "flatten|data_format|\"channels_first\"|data_format is channels_first",
                "dense|activation|\"softmax\"|it takes what softmax makes",
            })
    void propertiesThatMatterAreRefused(String layer, String property, String value, String words) throws IOException {
        config(layer).set(property, Json.parse(value));

        refuses("(", words);
    }

    @Test
    void allLayersThatCannotBeReadAreNamed() throws IOException {
        layers().forEach(layer -> {
            if (layer.path("class_name").asText().equals("MaxPooling2D")) {
                ((ObjectNode) layer).put("class_name", "FractionalPooling");
            }
        });

        refuses("2 parts", "max_pooling2d (FractionalPooling)", "max_pooling2d_1 (FractionalPooling)", "MaxPooling2D");
    }

    @Test
    void classesOfOthersAreNotTakenForThoseOfKeras() throws IOException {
        ((ObjectNode) layers().get(0)).put("registered_name", "mine>Conv2D");

        refuses("conv2d (mine>Conv2D:Conv2D): no layer computes this class");
    }

    @Test
    void hardSigmoidNeedsTheVersion() throws IOException {
        config("dense").put("activation", "hard_sigmoid");
        model.put("keras_version", "");

        refuses("dense (Dense): activation is 'hard_sigmoid', whose slope depends on the version");
    }

    @Test
    void kernelsThatTheanoTurnsAroundAreRefused() throws IOException {
        model.put("backend", "theano");

        refuses("Theano", "TensorFlow");
    }

    @Test
    void cyclesAndLayersUsedTwiceAreRefused() throws IOException {
        ObjectNode graph = (ObjectNode) Json.parse("""
            {"class_name": "Functional", "config": {"layers": [
              {"class_name": "InputLayer", "name": "i", "config": {"name": "i", "batch_input_shape": [null, 6]}},
              {"class_name": "Add", "name": "a", "config": {"name": "a"},
               "inbound_nodes": [[["i", 0, 0, {}], ["b", 0, 0, {}]]]},
              {"class_name": "ReLU", "name": "b", "config": {"name": "b"}, "inbound_nodes": [[["a", 0, 0, {}]]]}],
             "input_layers": [["i", 0, 0]], "output_layers": [["b", 0, 0]]}}
            """);
        model = graph;
        refuses("a (Add): it takes [i, b], which depend on itself");

        ((ArrayNode) graph.at("/config/layers/1/inbound_nodes")).add(Json.parse("[[\"i\", 0, 0, {}]]"));
        refuses("a: it is used 2 times");

        ((ArrayNode) graph.at("/config/output_layers")).add(Json.parse("[\"a\", 0, 0]"));
        refuses("<modelOutput>", "the outputs b, a");
    }

    @Test
    void scalingThatFitsAllPixelsTellsNone() throws IOException {
        ObjectNode scaling = (ObjectNode) Json.parse("""
            {"class_name": "Rescaling", "config": {"name": "scaling", "scale": 0.1, "offset": 0.0,
             "batch_input_shape": [null, 12, 12, 1]}}
            """);
        layers().insert(0, scaling);
        Files.writeString(file, Json.write(model));

        assertThat(KerasModel.json(file, ModelRequest.of(IMAGES))
                        .input()
                        .scaling()
                        .pixels())
                .isEmpty();
    }

    /** What one layer scales another scales back: the network computes the same as without both. */
    @Test
    void scalingWithinTheNetworkIsALayer() throws IOException {
        float[] image = new float[144];
        for (int i = 0; i < image.length; i++) {
            image[i] = (i * 37 % 101) / 101f;
        }
        Files.writeString(file, Json.write(model));
        float[] expected = logits(image);
        String scaling = """
            {"class_name": "Rescaling", "config": {"name": "%s", "scale": %s, "offset": %s}}
            """;
        layers().insert(2, Json.parse(String.format(Locale.ROOT, scaling, "there", "4.0", "-1.0")));
        layers().insert(3, Json.parse(String.format(Locale.ROOT, scaling, "back", "0.25", "0.25")));
        Files.writeString(file, Json.write(model));

        LoadedModel read = KerasModel.json(file, ModelRequest.of(IMAGES));

        assertThat(read.originals()).containsEntry("there", "there (Rescaling)");
        assertThat(read.input().scaling().isNone()).isTrue();
        assertThat(logits(image)).containsExactly(expected, within(1e-4f));
    }

    private float[] logits(float... image) {
        return new FloatInference(KerasModel.json(file, ModelRequest.of(IMAGES)).network()).logits(image);
    }

    @Test
    void weightsAloneAreRefused() {
        assertThatThrownBy(() -> KerasModel.hdf5(source("lenet-json-keras3/model.weights.h5"), ModelRequest.of(IMAGES)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("weights without the network's layers", "model.save(", "X_weights.h5");
    }

    @Test
    void layersAloneAreRefused() throws IOException {
        Files.delete(folder.resolve("model_weights.h5"));

        refuses("neither model_weights.h5 nor model.weights.h5");
    }

    /** A shortened file lacks what its end holds, as HDF5 writes the values last. */
    @Test
    void truncatedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(source("lenet-keras2/model.h5"));
        Path truncated = folder.resolve("short.h5");
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(truncated, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> KerasModel.hdf5(truncated, ModelRequest.of(IMAGES)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InvalidSettingException.class);
        }
        byte[] zip = Files.readAllBytes(source("lenet-keras3/model.keras"));
        for (int length = 0; length < zip.length; length += 997) {
            Files.write(truncated, Arrays.copyOf(zip, length));
            assertThatThrownBy(() -> KerasModel.zip(truncated, ModelRequest.of(IMAGES)))
                    .as("%d of %d bytes", length, zip.length)
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    private ArrayNode layers() {
        return (ArrayNode) model.at("/config/layers");
    }

    private ObjectNode config(String name) {
        for (JsonNode layer : layers()) {
            if (layer.at("/config/name").asText().equals(name)) {
                return (ObjectNode) layer.path("config");
            }
        }
        throw new AssertionError("no layer " + name);
    }

    private void refuses(String... words) throws IOException {
        Files.writeString(file, Json.write(model));
        assertThatThrownBy(() -> KerasModel.json(file, ModelRequest.of(IMAGES)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(words);
    }

    private static Path source(String name) {
        return KerasModelTest.folder().resolve(name);
    }
}
