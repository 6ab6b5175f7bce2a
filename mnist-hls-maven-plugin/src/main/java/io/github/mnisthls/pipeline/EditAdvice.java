/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

/** Tells people how an edit of a generated file can outlive the next build. */
final class EditAdvice {
    private EditAdvice() {}

    /** A remedy for the file with this name, relative to the generated project. */
    static String of(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return "to keep the change, put the changed template " + file
                + ".vm into <templateDirectory> (-Dmnist-hls.templateDirectory), or set what it changes in the POM's"
                + " <configuration>";
    }
}
