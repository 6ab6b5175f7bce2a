/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where all processes of an exploration find what they share.
 *
 * @param root    folder of all results, which every one of them sees under this path
 * @param dataset folder of IDX files; MNIST if empty
 * @param given   folder of the network that is not trained, if there is one
 */
public record Site(Path root, Optional<Path> dataset, Optional<Path> given) {
    private static final String FILE = "site.json";
    private static final String DATASET = "dataset";
    private static final String GIVEN = "given";

    public Site {
        root = root.toAbsolutePath().normalize();
    }

    /** Writes it into its folder, for processes that are told the folder alone. */
    public void write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        dataset.ifPresent(folder -> node.put(DATASET, folder.toAbsolutePath().toString()));
        given.ifPresent(folder -> node.put(GIVEN, folder.toAbsolutePath().toString()));
        AtomicFile.write(root.resolve(FILE), Json.write(node));
    }

    /** The site of a folder. */
    static Site read(Path root) {
        JsonNode node = Json.read(root.resolve(FILE), JsonNode.class);
        return new Site(root, path(node, DATASET), path(node, GIVEN));
    }

    private static Optional<Path> path(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(text -> Path.of(text.textValue()));
    }

    /** Reads the images; labels must be below {@code classes}. */
    Dataset images(int classes) {
        return dataset.map(folder -> DatasetReader.folder(folder, classes)).orElseGet(DatasetReader::mnist);
    }
}
