/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A repository that has a small network for MNIST's images in {@code fpga/cnn}, with the names that one gets. */
public final class BoundRepository {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<12,4,AP_RND,AP_SAT>");

    private final Path folder;

    private BoundRepository(Path folder) {
        this.folder = folder;
    }

    /** Generates the network into a folder that may hold other files. */
    public static BoundRepository with(InterfaceKind kind, Path folder) throws IOException {
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 28, 28), FORMAT, FORMAT, FORMAT)
                .dense("dense", 10, false)
                .build();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(20));
        RenderRequest request = new RenderRequest(
                network,
                plan,
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.AP_CTRL_HS,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(network, 1),
                SampleDialects.TODAY,
                Optional.empty());
        GeneratedProject.write(request, folder.resolve("fpga/cnn"));
        return new BoundRepository(folder);
    }

    /** What the made program prints; fails with what was said if it cannot be made or run. */
    public List<String> makeAndRun(String target) throws IOException, InterruptedException {
        GeneratedProject.Outcome made = GeneratedProject.runIn(folder, List.of("make", "-s", target));
        require(made);
        GeneratedProject.Outcome ran = GeneratedProject.runIn(folder, List.of("./" + target));
        require(ran);
        return ran.text().lines().toList();
    }

    private static void require(GeneratedProject.Outcome outcome) {
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.text());
        }
    }
}
