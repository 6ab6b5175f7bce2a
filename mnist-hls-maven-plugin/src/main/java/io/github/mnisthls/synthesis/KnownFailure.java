/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure that the tools announce in known words. Earlier ones of {@link #ALL} explain later ones: a missing license also
 * ends in "synthesis failed".
 *
 * @param cause   its name
 * @param words   what the log says, anywhere in a line
 * @param problem what it means
 * @param remedy  what to do
 */
record KnownFailure(FailureCause cause, Pattern words, String problem, String remedy) {
    static final List<KnownFailure> ALL = List.of(
            // Strings of 2026.1, where even C simulation needs a license; Common 17-345 is Vivado's own.
            known(
                    FailureCause.LICENSE,
                    "valid license was not found|could not obtain the necessary license"
                            + "|unable to get licensing information|license checkout failure|Common 17-345",
                    "the tool found no license",
                    "Set XILINXD_LICENSE_FILE to the license server or file; from 2026.1 on also the free parts need a"
                            + " (free) license file."),
            known(
                    FailureCause.PART_NOT_INSTALLED,
                    "HLS 200-1023.*appropriate license",
                    "the part is unknown, not installed, or not covered by the license",
                    "Check the spelling of <part> (-Dmnist-hls.part), install its device family, and check"
                            + " XILINXD_LICENSE_FILE: the tools from 2025 on say the same for all three."),
            known(
                    FailureCause.PART_NOT_INSTALLED,
                    "HLS 200-1023",
                    "the part is not installed",
                    "Check the spelling of <part> (-Dmnist-hls.part), or add its device family with the AMD installer."),
            known(
                    FailureCause.OUT_OF_MEMORY,
                    "Common 17-179|Cannot allocate memory|std::bad_alloc|virtual memory exhausted",
                    "the tool ran out of memory",
                    "Give it a bigger machine (<launcher>), raise <toolMemory> if it is set, or run fewer builds at a time."),
            // Releases up to 2021.2 build a revision number from the date, which has been too large since 2022.
            known(
                    FailureCause.EXPORT_DATE_OVERFLOW,
                    "bad lexical cast: source type value could not be interpreted as target"
                            + "|'\\d{10}' is an invalid argument\\. Please specify an integer value",
                    "releases up to 2021.2 cannot export since the year 2022",
                    "Install AMD's patch y2k22_patch-1.2 (support article 76960), or use a later release."),
            known(
                    FailureCause.COMPILE_ERROR,
                    "__gmp_const",
                    "the machine's GMP headers do not suit the compiler that the tool brings along",
                    "Use a later release, or keep the system's gmp.h and mpfr.h out of its include path."),
            known(
                    FailureCause.TOP_NOT_FOUND,
                    "HLS 214-157",
                    "the top function was not found",
                    "Generate the project again; if a template was replaced, it must define the top function as named."),
            known(
                    FailureCause.COMPILE_ERROR,
                    "HLS 207-(?!5\\d{3})\\d+|compilation error|: (?:fatal )?error: |COSIM 212-317|COSIM 212-331",
                    "the C++ does not compile",
                    "If a template or kernel was changed, mend it; else report this together with the log."),
            known(
                    FailureCause.UNROLL_STOPPED,
                    "XFORM 203-504|Stop unrolling loop",
                    "the tool gave up unrolling a loop that is too large",
                    "Lower the parallelism (<maxMultipliers>, or PE and SIMD of the layer that is named)."),
            known(
                    FailureCause.STREAM_EMPTY,
                    "ERROR \\[HLS SIM\\].*read while empty",
                    "a stream was read while empty",
                    "The layers' beat counts do not agree: if a template or kernel was changed, mend it; else report this."),
            known(
                    FailureCause.COSIM_DEADLOCK,
                    "DEADLOCK DETECTED",
                    "the RTL stands still: every process waits for another",
                    "Raise the FIFO depths of the streams named in the log; if nothing was overridden, report this."),
            known(
                    FailureCause.TESTBENCH_CRASHED,
                    "@E Simulation failed: SIG|csim\\.exe.*(?:Segmentation fault|Aborted)",
                    "the testbench crashed",
                    "If the testbench or a kernel was changed, run it under a debugger: make csim in the generated project"
                            + " builds it alone."),
            known(
                    FailureCause.COSIM_FAILED,
                    "COSIM 212-(?:4|360|320|5)\\]|co-simulation finished: FAIL",
                    "the RTL does not give the values of the C++, or could not be simulated",
                    "See the first differing values in the log; C simulation passing and this failing hints at a"
                            + " kernel that depends on undefined behavior."),
            known(
                    FailureCause.CSIM_MISMATCH,
                    "returns nonzero value|CSim failed with errors|@E Simulation failed",
                    "the testbench found differing values or could not read its vectors",
                    "The first differences are in the log. Compare with csim by the host compiler"
                            + " (-Dmnist-hls.csim.tool=host)."),
            known(
                    FailureCause.SETTINGS_SCRIPT,
                    "unbound variable|settings64\\.sh: .*(?:No such file|Permission denied)",
                    "the tool's settings script failed",
                    "Source it by hand in bash, without set -u, and mend what it names."));

    private static KnownFailure known(FailureCause cause, String words, String problem, String remedy) {
        return new KnownFailure(cause, Pattern.compile(words, Pattern.CASE_INSENSITIVE), problem, remedy);
    }

    /** The diagnosis, if the line has the known words. */
    Optional<Diagnosis> match(String line) {
        return words.matcher(line).find() ? Optional.of(new Diagnosis(cause, problem, line, remedy)) : Optional.empty();
    }
}
