/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.Optional;
import java.util.function.Supplier;

/** The fastest kernels that a JVM can run, and why they are the slow ones if they are. */
public final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "io.github.mnisthls.training.engine.VectorKernels";

    private final Kernels kernels;
    private final Optional<String> warning;

    private KernelChoice(Kernels kernels, Optional<String> warning) {
        this.kernels = kernels;
        this.warning = warning;
    }

    /** That of this JVM. */
    public static KernelChoice ofThisJvm() {
        return choose(ModuleLayer.boot().findModule(MODULE).isPresent(), KernelChoice::vectorKernels);
    }

    static KernelChoice choose(boolean hasModule, Supplier<Kernels> vectorKernels) {
        if (!hasModule) {
            return slow("has no module " + MODULE);
        }
        try {
            return new KernelChoice(vectorKernels.get(), Optional.empty());
        } catch (LinkageError e) {
            // The module is incubating: a later JDK may change it.
            return slow("has another form of the module " + MODULE + " (" + e + ")");
        }
    }

    private static KernelChoice slow(String why) {
        return new KernelChoice(
                new ScalarKernels(),
                Optional.of(
                        "the training computes without vector instructions, to the same result but more slowly: Java "
                                + Runtime.version().feature() + " in " + System.getProperty("java.home") + " " + why
                                + ". Set JAVA_HOME to a complete JDK, such as that of Debian's package"
                                + " openjdk-17-jdk-headless."));
    }

    private static Kernels vectorKernels() {
        try {
            return Class.forName(VECTOR_KERNELS)
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(VECTOR_KERNELS, e);
        }
    }

    Kernels kernels() {
        return kernels;
    }

    /** What the user should know and can mend; empty if all is well. */
    public Optional<String> warning() {
        return warning;
    }
}
