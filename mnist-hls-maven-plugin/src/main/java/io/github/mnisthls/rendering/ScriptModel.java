/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that the scripts ({@code run_hls.tcl.vm}, {@code hls_config.cfg.vm}, {@code Makefile.vm}, {@code
 * sources.mk.vm}, {@code sources.tcl.vm}) may say. Paths are relative to the project.
 *
 * @param top           name of the top function
 * @param part          as the tools spell it
 * @param clockPeriodNs without unit
 * @param flowTarget    {@code vivado} or {@code vitis}
 * @param exportFormat  {@code ip_catalog} or {@code xo}
 * @param ipVersion     of the exported IP
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
 */
public record ScriptModel(
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
        String macroPrefix) {}
