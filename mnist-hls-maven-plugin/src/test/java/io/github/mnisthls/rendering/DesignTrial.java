/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates, compiles and runs random designs, and says what is wrong with one. */
final class DesignTrial {
    /** Kernels that no layer's struct tells apart. */
    private static final Set<String> OF_NO_LAYER = Set.of("Duplicate ", "PackLanes ", "UnpackLanes ");

    private static final Path TRIPS =
            Path.of("..", "src", "test", "cpp").toAbsolutePath().normalize();

    /**
     * A change to a kernel, to see that it is found.
     *
     * @param kernel file below {@code src/mnist_hls}
     */
    record Fault(String kernel, String right, String wrong) {
        private void inject(Path project) throws IOException {
            Path file = project.resolve("src/mnist_hls").resolve(kernel);
            if (Files.notExists(file)) {
                return; // a design that does not call the kernel is right
            }
            String text = Files.readString(file);
            if (!text.contains(right)) {
                throw new IllegalStateException(kernel + " has no longer: " + right);
            }
            Files.writeString(file, text.replace(right, wrong));
        }
    }

    private final Path folder;
    private final Optional<Fault> fault;

    DesignTrial(Path folder, Optional<Fault> fault) {
        this.folder = folder;
        this.fault = fault;
    }

    /** Empty if emulator, decimal numbers and generated C++ agree and each process runs as many cycles as planned. */
    Optional<String> problem(Sample sample) {
        try {
            RenderRequest request = RandomDesign.of(sample);
            QuantizedNetwork network = request.network();
            if (!Arrays.equals(
                    new Emulator(network)
                            .run(sample.images(RandomDesign.IMAGES), 1)
                            .logits(),
                    RandomDesign.logits(network, sample))) {
                return Optional.of("emulator and decimal numbers differ");
            }
            GeneratedProject.Outcome outcome = run(request, sample.seed());
            if (outcome.status() != 0 || !outcome.text().contains(ProjectRenderer.VERDICT)) {
                return Optional.of(withoutTrips(outcome.text()));
            }
            List<String> planned = planned(request);
            List<String> counted = counted(outcome.text());
            return counted.equals(planned)
                    ? Optional.empty()
                    : Optional.of("planned cycles " + planned + ", counted " + counted);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private GeneratedProject.Outcome run(RenderRequest request, long seed) throws IOException, InterruptedException {
        boolean isClang = seed % 4 == 3 && ExternalProgram.find("clang++").isPresent();
        GeneratedProject project =
                GeneratedProject.write(request, Files.createTempDirectory(folder, "design " + seed + " "));
        if (fault.isPresent()) {
            fault.get().inject(project.folder());
        }
        return project.compile(
                        isClang ? "clang++" : "g++",
                        "-include",
                        TRIPS.resolve("trips.hpp").toString(),
                        "-O0")
                .simulate("tb/" + request.names().prefix() + "golden.bin");
    }

    private static String withoutTrips(String text) {
        return text.lines().filter(line -> !line.startsWith("trips ")).collect(Collectors.joining("\n"));
    }

    private static List<String> counted(String text) {
        return joined(text.lines()
                .filter(line -> line.startsWith("trips "))
                .map(line -> line.substring("trips ".length()))
                .toList());
    }

    /** Two of these, one after the other, may be one function for the compiler: their cycles are added up. */
    private static List<String> joined(List<String> runs) {
        List<String> joined = new ArrayList<>();
        for (String run : runs) {
            int last = joined.size() - 1;
            String kernel = run.substring(0, run.indexOf(' ') + 1);
            if (OF_NO_LAYER.contains(kernel) && last >= 0 && joined.get(last).startsWith(kernel)) {
                long before = Long.parseLong(joined.get(last).substring(kernel.length()));
                joined.set(last, kernel + (before + Long.parseLong(run.substring(kernel.length()))));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    /** Process after process, image after image. */
    private static List<String> planned(RenderRequest request) {
        return joined(IntStream.range(0, request.goldenVectors().images())
                .boxed()
                .flatMap(image -> request.plan().processes().stream())
                .map(process ->
                        kernel(process, request.interfaceKind()) + " " + cycles(process, request.interfaceKind()))
                .toList());
    }

    /** The plan counts the class, for which an array has no place. */
    private static long cycles(DataflowProcess process, InterfaceKind ports) {
        boolean hasNoClass = process.outputs().isEmpty() && ports == InterfaceKind.ARRAY;
        return process.trips() - (hasNoClass ? 1 : 0);
    }

    private static String kernel(DataflowProcess process, InterfaceKind ports) {
        String port =
                switch (ports) {
                    case AXIS -> "Stream";
                    case M_AXI -> "Memory";
                    case ARRAY -> "Array";
                };
        boolean isPort = process.inputs().isEmpty() || process.outputs().isEmpty();
        return process.call().function() + (isPort ? port : "");
    }
}
