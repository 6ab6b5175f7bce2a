/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.loading.LoadingNotice;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ParentWatch;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a DL4J zip and writes it as raw files. Arguments: the zip, the input shape as CxHxW, the folder. */
public final class LoadingProcess {
    private LoadingProcess() {}

    public static void main(String[] arguments) throws IOException {
        ParentWatch.start();
        ConfigurationLock.close();
        Path model = Path.of(arguments[0]);
        int[] extents = Pattern.compile("x")
                .splitAsStream(arguments[1])
                .mapToInt(Integer::parseInt)
                .toArray();
        Path folder = Path.of(arguments[2]);
        try {
            Shape input = new Shape(extents[0], extents[1], extents[2]);
            Dl4jReader.Result read = Dl4jZip.read(Dl4jArchive.read(model), model, input);
            NetworkFolder.write(read.network(), folder.resolve("network"));
            new OriginalNames(read.renamed()).write(folder);
            if (!read.renamed().isEmpty()) {
                System.out.println(LoadingNotice.line(
                        "Names of layers that are not identifiers, or occur twice, were changed: "
                                + new TreeMap<>(read.renamed())
                                        .entrySet().stream()
                                                .map(name -> "'" + name.getValue() + "' is " + name.getKey())
                                                .collect(Collectors.joining(", "))));
            }
        } catch (InvalidSettingException | UncheckedIOException e) {
            System.out.println(ChildFailure.line(e.getMessage()));
        }
        // ND4J leaves threads behind that keep a JVM alive.
        System.exit(0);
    }
}
