/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.report.CosimReader;
import io.github.mnisthls.amd.report.CsynthReader;
import io.github.mnisthls.amd.report.ImplementationReader;
import io.github.mnisthls.amd.report.UnreadableReportException;
import io.github.mnisthls.amd.tool.Flow;
import io.github.mnisthls.files.CheckedZip;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.CosimReport;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.Elapsed;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.ImplementationReport;
import io.github.mnisthls.toolchain.RunFacts;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRemarks;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Decides whether a step has succeeded. An exit status of 0 is not enough: some releases give it after a failed synthesis.
 */
final class Judge {
    /** Clocks of batch nodes and file servers differ by less; results of an earlier day by more. */
    private static final long TOLERATED_CLOCK_MILLIS = 60_000;

    /** What makes co-simulation fail whatever the report says. */
    private static final Set<FailureCause> COSIM_FAILURES = EnumSet.of(
            FailureCause.COSIM_FAILED,
            FailureCause.COSIM_DEADLOCK,
            FailureCause.COSIM_NOT_RUN,
            FailureCause.COSIM_TESTBENCH_FAILED,
            FailureCause.COSIM_UNSUPPORTED);

    private final SynthesisRequest request;
    private final RunFolder folder;
    private final ToolLog log;
    private final RunFacts run;
    private final Flow flow;
    private final Doubles doubles;

    Judge(SynthesisRequest request, RunFolder folder, ToolLog log, RunFacts run, Flow flow, Doubles doubles) {
        this.request = request;
        this.folder = folder;
        this.log = log;
        this.run = run;
        this.flow = flow;
        this.doubles = doubles;
    }

    SynthesisOutcome judge(ProcessResult result) throws IOException {
        if (result.timedOut()) {
            return failed(new Diagnosis(
                    FailureCause.TIMED_OUT,
                    "no end after " + Elapsed.text(result.duration()) + "; the tool and all it started were killed",
                    "",
                    "Raise " + Settings.TOOL_TIMEOUT + ", or look in the log for what it was doing."));
        }
        if (request.step() == SynthesisStep.CSIM) {
            readCsimLog();
        }
        Optional<Diagnosis> failure =
                doubles.refuse(run.version()).or(() -> new RunEnd(request.step(), flow, log).failure(result));
        if (failure.isPresent()) {
            return failed(failure.get());
        }
        try {
            return judgeArtifacts();
        } catch (UnreadableReportException e) {
            return failed(new Diagnosis(
                    FailureCause.ARTIFACT_UNREADABLE,
                    "the tool says success, but its report cannot be read",
                    String.valueOf(e.getMessage()),
                    "A full disk or a killed tool leaves such files; run it again. If it happens again, report"
                            + " it with the file."));
        }
    }

    private SynthesisOutcome judgeArtifacts() throws IOException {
        return switch (request.step()) {
            case CSIM -> judgeCsim();
            case CSYNTH -> judgeCsynth();
            case COSIM -> judgeCosim();
            case EXPORT -> judgeExport();
        };
    }

    /** In the file the messages are spelled differently, and the testbench's words may be there only. */
    private void readCsimLog() throws IOException {
        Path file = folder.csimReports().resolve(request.top() + "_csim.log");
        if (Files.isRegularFile(file)) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.forEach(log::accept);
            }
        }
    }

    private SynthesisOutcome judgeCsim() {
        if (log.sawVerdict()) {
            return new SynthesisOutcome.Simulated(
                    run, log.count("images"), log.count("logitsCompared"), printedErrors());
        }
        return failed(log.knownFailure()
                .orElseGet(() -> new Diagnosis(
                        FailureCause.SENTINEL_MISSING,
                        "the tool says success, but the testbench did not say '" + request.testbenchVerdict() + "'",
                        "",
                        "Nothing was compared: see the log for why the testbench did not come to its end.")));
    }

    private SynthesisOutcome judgeCsynth() throws IOException {
        Path reports = folder.synthesisReports();
        Path file = Files.exists(reports.resolve("csynth.xml"))
                ? reports.resolve("csynth.xml")
                : reports.resolve(request.top() + "_csynth.xml");
        Optional<Diagnosis> missing = notFresh(file);
        if (missing.isPresent()) {
            return failed(missing.get());
        }
        CsynthReport report = CsynthReader.read(file);
        Optional<Diagnosis> refused = doubles.refuse(report.version());
        if (refused.isPresent()) {
            return failed(refused.get());
        }
        if (!report.top().equals(request.top())) {
            throw new UnreadableReportException(
                    file, "it is about '" + report.top() + "', not about '" + request.top() + "'");
        }
        if (!holdsVerilog(folder.verilog())) {
            return failed(missing(folder.verilog().resolve("*.v")));
        }
        return new SynthesisOutcome.Synthesized(run, report, folder.verilog(), reports, remarks(report));
    }

    private List<Diagnosis> remarks(CsynthReport report) {
        List<Diagnosis> remarks = new ArrayList<>(SynthesisRemarks.of(report, log.iiViolations()));
        remarks.addAll(printedErrors());
        return remarks;
    }

    /** The script's words and the artifacts say success; the user should see what the tool called an error. */
    private List<Diagnosis> printedErrors() {
        return log.errors().stream()
                .limit(1)
                .map(line -> new Diagnosis(
                        FailureCause.ERRORS_IN_LOG,
                        "the step succeeded, but the tool printed " + log.errorCount() + " errors",
                        line,
                        "See " + run.log() + "."))
                .toList();
    }

    private static boolean holdsVerilog(Path verilog) throws IOException {
        if (!Files.isDirectory(verilog)) {
            return false;
        }
        try (Stream<Path> files = Files.list(verilog)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".v"));
        }
    }

    private SynthesisOutcome judgeCosim() throws IOException {
        Path file = folder.cosimReports().resolve(request.top() + "_cosim.rpt");
        Optional<Diagnosis> missing = notFresh(file);
        if (missing.isPresent()) {
            return failed(missing.get());
        }
        CosimReport report = CosimReader.read(file);
        boolean failSeen = log.knownFailure()
                .filter(known -> COSIM_FAILURES.contains(known.cause()))
                .isPresent();
        if (!report.passed() || failSeen) {
            return failed(log.knownFailure()
                    .orElseGet(() -> new Diagnosis(
                            FailureCause.COSIM_FAILED,
                            "the tool's report says that co-simulation failed",
                            "",
                            "See the first differing values in the log.")));
        }
        return new SynthesisOutcome.CoSimulated(run, report, log.count("images"), printedErrors());
    }

    private SynthesisOutcome judgeExport() throws IOException {
        List<Path> found = folder.exports(request.exportFormat());
        if (found.isEmpty()) {
            Path expected = folder.exportPlaces()
                    .get(0)
                    .resolve("*." + request.exportFormat().extension());
            return failed(log.knownFailure().orElseGet(() -> missing(expected)));
        }
        Path artifact = found.get(0);
        Optional<Diagnosis> stale = notFresh(artifact);
        if (stale.isPresent()) {
            return failed(stale.get());
        }
        checkZip(artifact);
        return new SynthesisOutcome.Exported(run, artifact, request.exportFormat(), implementation(), printedErrors());
    }

    /** Both the IP and the {@code .xo} are zip files. */
    private static void checkZip(Path artifact) throws IOException {
        try (CheckedZip zip = new CheckedZip(artifact)) {
            if (zip.count() == 0) {
                throw new UnreadableReportException(artifact, "it is empty");
            }
            for (String name : zip.names()) {
                zip.verify(name);
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableReportException(artifact, "it is not a zip file: " + e.getMessage(), e);
        }
    }

    private Optional<ImplementationReport> implementation() throws IOException {
        for (Path place : folder.implementationReports()) {
            for (String name : List.of("export_impl.xml", "export_syn.xml", request.top() + "_export.xml")) {
                Path file = place.resolve(name);
                if (Files.isRegularFile(file)) {
                    return Optional.of(ImplementationReader.read(file));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> notFresh(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of(log.knownFailure().orElseGet(() -> missing(file)));
        }
        long written = Files.getLastModifiedTime(file).toMillis();
        if (written + TOLERATED_CLOCK_MILLIS >= folder.start().toMillis()) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                FailureCause.ARTIFACT_STALE,
                "the tool says success, but " + file + " is older than the run",
                "",
                "See the log; delete the work folder if a copy of an old one lies there."));
    }

    private static Diagnosis missing(Path file) {
        return new Diagnosis(
                FailureCause.ARTIFACT_MISSING,
                "the tool says success, but did not produce " + file,
                "",
                "See the log for the first thing that went wrong.");
    }

    private SynthesisOutcome failed(Diagnosis diagnosis) {
        List<String> errors = new ArrayList<>(log.errors());
        errors.remove(diagnosis.evidence());
        return new SynthesisOutcome.Failed(request.step(), Optional.of(run), diagnosis, errors);
    }
}
