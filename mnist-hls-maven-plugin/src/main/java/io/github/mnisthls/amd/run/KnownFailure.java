/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure that the tools announce in known words. Earlier ones of {@link #ALL} explain later ones: a missing license also
 * ends in "synthesis failed".
 *
 * <p>Plain searches and no regular expressions: a tool may print a hundred megabytes, and waits while they are read.
 *
 * @param cause   its name
 * @param words   what the log says, anywhere in a line, in lower case; alternatives, of each the parts in their order
 * @param problem what it means
 * @param remedy  what to do
 */
record KnownFailure(FailureCause cause, List<List<String>> words, String problem, String remedy) {
    private static final String GAP = " ... ";

    static final List<KnownFailure> ALL = List.of(
            // Strings of 2026.1, where even C simulation needs a license; Common 17-345 is Vivado's own.
            known(
                    FailureCause.LICENSE,
                    List.of(
                            "valid license was not found",
                            "could not obtain the necessary license",
                            "unable to get licensing information",
                            "license checkout failure",
                            "common 17-345"),
                    "the tool found no license",
                    "Set XILINXD_LICENSE_FILE to the license server or file; from 2026.1 on also the free parts need a"
                            + " (free) license file."),
            known(
                    FailureCause.PART_NOT_INSTALLED,
                    List.of("hls 200-1023 ... appropriate license"),
                    "the part is unknown, not installed, or not covered by the license",
                    "Check the spelling of " + Settings.PART + ", install its device family, and check"
                            + " XILINXD_LICENSE_FILE: the tools from 2025 on say the same for all three."),
            known(
                    FailureCause.PART_NOT_INSTALLED,
                    List.of(
                            "hls 200-1023",
                            // 2017.4 and before.
                            "can't read \"lib_specifications",
                            "hls 200-101] 'set_part'",
                            "specified part could not be found"),
                    "the part is not installed",
                    "Check the spelling of " + Settings.PART + ", or add its device family with the AMD installer."),
            known(
                    FailureCause.OUT_OF_MEMORY,
                    List.of(
                            "common 17-179",
                            "cannot allocate memory",
                            "std::bad_alloc",
                            "virtual memory exhausted",
                            "llvm error: out of memory",
                            "insufficient memory for the java runtime",
                            // What the system kills it kills for want of memory; the compilers' drivers see only that.
                            "unable to execute command: killed",
                            "killed signal terminated program",
                            "internal compiler error: killed"),
                    "the tool ran out of memory",
                    "Use a bigger machine (<launcher>), raise <toolMemory> if it is set, or run fewer builds at a"
                            + " time."),
            // Releases up to 2021.2 build a revision number from the date, which has been too large since 2022.
            known(
                    FailureCause.EXPORT_DATE_OVERFLOW,
                    List.of(
                            "bad lexical cast: source type value could not be interpreted as target",
                            "' is an invalid argument. please specify an integer value"),
                    "releases up to 2021.2 cannot export since the year 2022",
                    "Install AMD's patch y2k22_patch-1.2 (support article 76960), or use a later release."),
            known(
                    FailureCause.COMPILE_ERROR,
                    List.of("__gmp_const"),
                    "the machine's GMP headers do not suit the compiler that the tool brings along",
                    "Use a later release, or keep the system's gmp.h and mpfr.h out of its include path."),
            // The tools' own compilers do not know Debian's and Ubuntu's folders (AMD answer record 73698).
            known(
                    FailureCause.COMPILE_ERROR,
                    List.of("cannot find crt1.o", "cannot find crti.o", "ld: cannot find -l"),
                    "the tool's compiler does not find the system's libraries",
                    "On Debian and Ubuntu: export LIBRARY_PATH=/usr/lib/x86_64-linux-gnu."),
            known(
                    FailureCause.TOP_NOT_FOUND,
                    List.of("hls 214-157"),
                    "the top function was not found",
                    "Generate the project again; if a template was replaced, it must define the top function as"
                            + " named."),
            known(
                    FailureCause.TESTBENCH_MISSING,
                    List.of("cannot find c test bench"),
                    "the tool has no testbench",
                    "Generate the project again; if the script was changed, it must add the testbench with add_files"
                            + " -tb."),
            known(
                    FailureCause.COMPILE_ERROR,
                    List.of("undefined reference to"),
                    "the C++ does not link: a function is defined in no source",
                    "If a template, kernel or list of sources was changed, fix it; otherwise report this together with"
                            + " the log."),
            known(
                    FailureCause.COMPILE_ERROR,
                    List.of(
                            ": error: ",
                            ": fatal error: ",
                            "error: [hls 207-",
                            "compilation error",
                            "cosim 212-317",
                            "cosim 212-331"),
                    "the C++ does not compile",
                    "If a template or kernel was changed, fix it; otherwise report this together with the log."),
            known(
                    FailureCause.UNROLL_STOPPED,
                    List.of("xform 203-504", "stop unrolling loop"),
                    "the tool gave up unrolling a loop that is too large",
                    "Lower the parallelism (<maxMultipliers>, or PE and SIMD of the layer that is named)."),
            known(
                    FailureCause.STREAM_EMPTY,
                    List.of("error [hls sim] ... read while empty"),
                    "a stream was read while empty",
                    "The layers' beat counts do not agree: if a template or kernel was changed, fix it; otherwise"
                            + " report this."),
            known(
                    FailureCause.COSIM_DEADLOCK,
                    List.of("deadlock detected"),
                    "the RTL stands still: every process waits for another",
                    "Raise the FIFO depths of the streams named in the log; if nothing was overridden, report this."),
            known(
                    FailureCause.VECTORS_MISSING,
                    List.of("error: golden vectors"),
                    "the testbench cannot use its golden vectors",
                    "Generate the project again; if the script was changed, it must add the file of the vectors with"
                            + " add_files -tb."),
            known(
                    FailureCause.TESTBENCH_CRASHED,
                    List.of(
                            "@e simulation failed: sig",
                            "csim.exe ... segmentation fault",
                            "csim.exe ... aborted",
                            // In co-simulation, before any RTL ran or when its values are checked.
                            "cosim 212-379]",
                            "detected segmentation violation"),
                    "the testbench crashed",
                    "If the testbench or a kernel was changed, run it under a debugger: make csim in the generated"
                            + " project builds it alone."),
            known(
                    FailureCause.COSIM_UNSUPPORTED,
                    List.of("cosim 212-345"),
                    "the tool cannot co-simulate a top function without start and done signals",
                    "Generate with another <control> than ap_ctrl_none for co-simulation, or leave it to C"
                            + " simulation."),
            known(
                    FailureCause.COSIM_TESTBENCH_FAILED,
                    List.of("c tb simulation failed", "c tb testing failed", "cosim 212-320]", "cosim 212-360]"),
                    "the testbench failed before any RTL ran",
                    "Run C simulation first (mvn mnist-hls:csim) and fix what it finds."),
            known(
                    FailureCause.COSIM_NOT_RUN,
                    List.of("cosim 212-303]", "cosim 212-344]"),
                    "the simulation of the RTL failed to run",
                    "See the simulator's own log (sim/verilog/*.log in the work folder) for the first error."),
            known(
                    FailureCause.COSIM_FAILED,
                    List.of("co-simulation finished: fail", "cosim 212-4]", "cosim 212-5]", "cosim 212-361]"),
                    "the RTL does not give the values of the C++, or could not be simulated",
                    "See the first differing values in the log; C simulation passing and this failing hints at a"
                            + " kernel that depends on undefined behavior."),
            known(
                    FailureCause.CSIM_MISMATCH,
                    List.of("returns nonzero value", "failed: nonzero return value"),
                    "the testbench found differing values or could not read its vectors",
                    "The first differences are in the log. Compare with csim by the host compiler" + " ("
                            + Settings.CSIM_TOOL.option() + "=host)."),
            known(
                    FailureCause.SETTINGS_SCRIPT,
                    List.of("unbound variable", "settings64.sh: ... permission denied"),
                    "the tool's settings script failed",
                    "Source it by hand in bash, without set -u, and fix what it names."),
            // Said at the end of whatever went wrong.
            known(
                    FailureCause.CSIM_FAILED,
                    List.of("csim failed with errors", "'csim_design' failed", "@e simulation failed"),
                    "C simulation failed",
                    "The log has the reason above this line. Compare with csim by the host compiler ("
                            + Settings.CSIM_TOOL.option() + "=host)."));

    private static KnownFailure known(FailureCause cause, List<String> words, String problem, String remedy) {
        List<List<String>> alternatives = words.stream()
                .map(text -> List.of(text.split(Pattern.quote(GAP), -1)))
                .toList();
        return new KnownFailure(cause, alternatives, problem, remedy);
    }

    /**
     * The diagnosis, if the line has the known words.
     *
     * @param lowerCase the line in lower case
     */
    Optional<Diagnosis> match(String line, String lowerCase) {
        for (List<String> parts : words) {
            if (holds(lowerCase, parts)) {
                return Optional.of(new Diagnosis(cause, problem, line, remedy));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String text, List<String> parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }
}
