/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import io.github.mnisthls.explore.job.PointDesigns;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.ScriptOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the designs of all points have in common.
 *
 * @param templates a folder with templates that win over the plugin's
 */
public record DesignForm(
        InterfaceKind interfaceKind,
        ControlProtocol control,
        DesignNames names,
        ScriptOptions scripts,
        Optional<Path> templates) {
    /** The generated project of a point. */
    Map<String, byte[]> render(PointDesigns.Design design) {
        return new ProjectRenderer()
                .render(new RenderRequest(
                        design.network(),
                        design.plan(),
                        interfaceKind,
                        control,
                        names,
                        design.golden(),
                        scripts,
                        templates));
    }
}
