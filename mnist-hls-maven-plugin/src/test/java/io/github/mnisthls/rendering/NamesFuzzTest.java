/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of everything that is generated; that those which are taken can be compiled is tested elsewhere. */
@Slow
class NamesFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void names() throws Exception {
        new Fuzzing(folder, "names").run((random, place) -> {
            String name = Mutation.text(
                    List.of("cnn", "cnn_net", "my::net", "lenet_", "conv1", "int")
                            .get(random.nextInt(6)),
                    random);
            return switch (random.nextInt(5)) {
                case 0 -> () -> new DesignNames(name, "net", "");
                case 1 -> () -> new DesignNames("cnn", name, "");
                case 2 -> () -> new DesignNames("cnn", "net", name);
                case 3 -> () -> new Dense(name, 2);
                default -> () -> new Architecture(name, new Shape(1, 1, 4), List.of(new Dense("dense", 2)));
            };
        });
    }
}
