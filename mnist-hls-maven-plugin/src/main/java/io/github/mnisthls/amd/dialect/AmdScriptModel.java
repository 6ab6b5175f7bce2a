/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

import io.github.mnisthls.rendering.PlainWord;
import io.github.mnisthls.rendering.ScriptModel;
import java.util.List;

/**
 * Everything that the scripts of the AMD tools ({@code run_hls.tcl.vm}, {@code hls_config.cfg.vm}, {@code sources.tcl.vm},
 * {@code add_ip.tcl.vm}, {@code fusesoc.core.vm}) may say. Paths are relative to the project.
 *
 * @param top           name of the top function
 * @param part          as the tools spell it
 * @param clockPeriodNs without unit
 * @param flowTarget    {@code vivado} or {@code vitis}
 * @param exportFormat  {@code ip_catalog} or {@code xo}
 * @param ipVersion     of the exported IP: three numbers separated by dots
 * @param cosimImages   images that co-simulation runs
 * @param standard      of C++, for the compilers that the tool brings along
 * @param sources       C++ files to synthesize
 * @param headers       that they include
 * @param testbench     C++ file of the testbench
 * @param golden        the golden vectors
 * @param goldenName    their file name
 * @param include       folder of the kernels' includes
 * @param simInclude    folder of the simulation headers
 * @param macroPrefix   prefix of make and Tcl variables, upper case
 * @param vlnv          vendor, library, name and version as a FuseSoC core
 */
public record AmdScriptModel(
        String top,
        String part,
        String clockPeriodNs,
        String flowTarget,
        String exportFormat,
        String ipVersion,
        int cosimImages,
        String standard,
        List<String> sources,
        List<String> headers,
        String testbench,
        String golden,
        String goldenName,
        String include,
        String simInclude,
        String macroPrefix,
        String vlnv) {
    public AmdScriptModel {
        // what stands in the project's own scripts too is checked there
        exportFormat = PlainWord.of("the export format", exportFormat);
        ipVersion = PlainWord.of("the version", ipVersion);
        standard = PlainWord.of("the C++ standard", standard);
        flowTarget = PlainWord.of("the flow target", flowTarget);
    }

    private static final String IP_VERSION = "1.0.0";

    static AmdScriptModel of(ScriptModel script, AmdDialect dialect) {
        return new AmdScriptModel(
                script.top(),
                script.part(),
                script.clockPeriodNs(),
                dialect.flowTarget().label(),
                dialect.flowTarget() == FlowTarget.VITIS ? "xo" : "ip_catalog",
                IP_VERSION,
                script.cosimImages(),
                dialect.generation().standard(),
                script.sources(),
                script.headers(),
                script.testbench(),
                script.golden(),
                script.goldenName(),
                script.include(),
                script.simInclude(),
                script.macroPrefix(),
                script.vlnv());
    }
}
