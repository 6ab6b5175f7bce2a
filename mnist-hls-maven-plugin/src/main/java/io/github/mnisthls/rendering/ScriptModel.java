/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code Makefile.vm} and {@code sources.mk.vm} may say, and what the scripts of each tool may say among
 * other things. Paths are relative to the project.
 *
 * @param top           name of the top function
 * @param part          as the tools spell it
 * @param clockPeriodNs without unit
 * @param cosimImages   images that co-simulation runs
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
public record ScriptModel(
        String top,
        String part,
        String clockPeriodNs,
        int cosimImages,
        List<String> sources,
        List<String> headers,
        String testbench,
        String golden,
        String goldenName,
        String include,
        String simInclude,
        String macroPrefix,
        String vlnv) {
    public ScriptModel {
        top = PlainWord.of("the top function", top);
        part = PlainWord.of("the part", part);
        clockPeriodNs = PlainWord.of("the clock period", clockPeriodNs);
        sources = PlainWord.of("a source file", sources);
        headers = PlainWord.of("a header", headers);
        testbench = PlainWord.of("the testbench", testbench);
        golden = PlainWord.of("the golden vectors", golden);
        goldenName = PlainWord.of("the golden vectors", goldenName);
        include = PlainWord.of("the folder of the headers", include);
        simInclude = PlainWord.of("the folder of the simulation headers", simInclude);
        macroPrefix = PlainWord.of("the prefix", macroPrefix);
    }

    ScriptModel withGolden(String place) {
        return new ScriptModel(
                top,
                part,
                clockPeriodNs,
                cosimImages,
                sources,
                headers,
                testbench,
                place,
                goldenName,
                include,
                simInclude,
                macroPrefix,
                vlnv);
    }
}
