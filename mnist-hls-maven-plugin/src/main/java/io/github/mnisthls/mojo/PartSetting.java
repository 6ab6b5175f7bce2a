/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.amd.part.Parts;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Part;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.maven.plugin.logging.Log;

/**
 * The part as the POM names it.
 *
 * @param name      of the part, an order or a board
 * @param resources null if the table's count
 */
record PartSetting(String name, ResourceElements resources) {
    Part part() {
        return Parts.find(name, Optional.ofNullable(resources).map(ResourceElements::toResources));
    }

    /**
     * Says what the tools will be told, and what they will not like.
     *
     * @param news whether a line was not yet told
     */
    void tell(HardwareRequest request, Log log, Predicate<String> news) {
        Optional.of("The part of " + name + " is " + request.part().name())
                .filter(line -> !request.part().name().equals(name))
                .filter(news)
                .ifPresent(log::info);
        Parts.warnings(name, request.part(), request.clockPeriodNs()).stream()
                .filter(news)
                .forEach(log::warn);
    }
}
