/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.Settings;
import java.util.List;

/** Tells people how an edit of a generated file can outlive the next build. */
final class EditAdvice {
    /** Files that are rendered, each from the template of the same name with {@code .vm}; a prefix may stand before it. */
    private static final List<String> RENDERED = List.of(
            "top.cpp",
            "config.hpp",
            "weights.hpp",
            "adders.hpp",
            "adapter.hpp",
            "testbench.cpp",
            "Makefile",
            "sources.mk",
            "sources.tcl",
            "run_hls.tcl",
            "hls_config.cfg",
            "add_ip.tcl",
            "fusesoc.core");

    private static final String KERNELS = "src/mnist_hls/";

    private EditAdvice() {}

    /** A remedy for the file with this name, relative to the generated project. */
    static String of(String name) {
        if (name.startsWith(KERNELS)) {
            return "kernels are copied as they are; change a copy in a folder of your own";
        }
        return RENDERED.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(file -> "to keep the change, put the changed template " + file
                        + ".vm into " + Settings.TEMPLATE_DIRECTORY + ", or set what it changes in the"
                        + " POM's <configuration>")
                .orElse("this file has no template: it follows from the model, the POM's <configuration> and the"
                        + " plugin");
    }
}
