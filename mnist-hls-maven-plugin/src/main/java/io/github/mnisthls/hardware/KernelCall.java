/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.stream.Stream;

/**
 * The call of a kernel, as far as it does not depend on how C++ names layers, values and ports.
 *
 * @param header   below {@code mnist_hls}
 * @param function below {@code mnist_hls}; those of the two ports lack the end that says which kind of port it is
 * @param template template arguments
 * @param tables   that follow the streams
 */
public record KernelCall(String header, String function, List<KernelArgument> template, List<KernelTable> tables) {
    public KernelCall {
        template = List.copyOf(template);
        tables = List.copyOf(tables);
    }

    static KernelCall of(String header, String function, KernelArgument... template) {
        return new KernelCall(header, function, List.of(template), List.of());
    }

    /** That of the function, and those of what it is called with. */
    public Stream<String> headers() {
        return Stream.concat(Stream.of(header), template.stream().flatMap(KernelArgument::headers));
    }

    KernelCall with(KernelTable... more) {
        return new KernelCall(header, function, template, List.of(more));
    }
}
