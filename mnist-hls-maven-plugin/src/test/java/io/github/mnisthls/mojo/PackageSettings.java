/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.BuildSettings;
import java.nio.file.Path;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads all settings of the goal {@code package}, which has nearly all there are, with one of them set. */
final class PackageSettings {
    private PackageSettings() {}

    static BuildSettings read(Path baseFolder, String element, String value) throws Exception {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(element);
        child.setValue(value);
        configuration.addChild(child);
        PackageMojo goal = new PackageMojo();
        new ConfiguredGoal("package", baseFolder).fill(goal, configuration);
        goal.csimSettings();
        goal.toolSettings();
        goal.simulatesOnHost();
        goal.entryTime();
        return goal.buildSettings();
    }
}
