/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to start a JVM of our own, since ND4J's native code lives once in a process and never leaves it.
 *
 * @param classPath jars and folders with this plugin's classes, DL4J and their dependencies
 */
public record ChildJvm(List<Path> classPath) {
    /** Vector instructions; the training is correct without them, but slow. */
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    public ChildJvm {
        classPath = List.copyOf(classPath);
        if (classPath.isEmpty()) {
            throw new IllegalArgumentException("a JVM needs a class path");
        }
    }

    /**
     * A command that runs a main class on this JVM's own Java.
     *
     * @param memoryMiB bounds the process as a whole: half is for the Java heap, the rest for native code
     */
    public Command.Builder command(Path folder, String mainClass, int memoryMiB) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Command.Builder command = Command.builder(folder, java);
        command.args("-Xmx" + memoryMiB / 2 + "m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=" + memoryMiB / 8 + "m");
        // A thread that dies of it would leave the others waiting.
        command.args("-XX:+ExitOnOutOfMemoryError");
        command.args("-Dorg.bytedeco.javacpp.maxbytes=" + memoryMiB / 4 + "m");
        command.args("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + memoryMiB + "m");
        command.args("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Djava.awt.headless=true");
        if (ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()) {
            command.args("--add-modules", VECTOR_MODULE);
        }
        return command.args("-cp", joined(), mainClass).keepStandardInputOpen();
    }

    private String joined() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
