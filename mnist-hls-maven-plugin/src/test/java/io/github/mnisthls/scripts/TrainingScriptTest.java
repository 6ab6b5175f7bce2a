/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.scripts.Finding.Kind;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounds is found, what only rounds is commented out, and not one byte else changes. */
class TrainingScriptTest {
    /** As the prototype was. */
    static final String PROTOTYPE = """
            import torch
            import torch.nn as nn
            import torch.nn.functional as F

            def quantize(x, total=16, integer=8):
                # to ap_fixed<total,integer>
                scale = 2.0 ** (total - integer)
                return torch.clamp(torch.round(x * scale) / scale, -128.0, 127.996)

            def q16(x): return quantize(x, 16, 8)

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.conv1 = nn.Conv2d(1, 6, 5)
                    self.bn1 = nn.BatchNorm2d(6)
                    self.fc = nn.Linear(864, 10)
                    self.hard = False

                def forward(self, x):
                    "torch.round(x) in a string is none"
                    x = self.conv1(x)
                    x = quantize(x, 16, 8)
                    x = F.max_pool2d(F.relu(self.bn1(x)), 2)  # then round
                    x = quantize(
                        x,
                        16, 8)
                    if self.hard:
                        x = torch.round(x * 256) / 256
                    x = q16(x)
                    x = x.view(x.size(0), -1)
                    x = self.fc(x)
                    x = torch.floor(x * 256 + 0.5) / 256
                    return x
            """;

    @TempDir
    private Path folder;

    @Test
    void theLinesThatOnlyRoundAreCommentedOut() throws IOException {
        Path script = write(PROTOTYPE);

        assertThat(lines(TrainingScript.read(script), Kind.LEAVE_OUT)).containsExactly(23, 25, 29, 30, 33);
        assertThat(TrainingScript.read(script).findings())
                .hasSize(5)
                .first()
                .satisfies(finding -> assertThat(finding.text())
                        .isEqualTo("line 23: x = quantize(x, 16, 8) - rounds without a gradient (quantize, line 5)"));
        TrainingScript.read(script).repair();

        assertThat(script)
                .content()
                .isEqualTo(PROTOTYPE
                        .replace("        x = quantize(x, 16, 8)", "        # x = quantize(x, 16, 8)")
                        .replace(
                                "        x = quantize(\n            x,\n            16, 8)",
                                "        # x = quantize(\n            # x,\n            # 16, 8)")
                        .replace(
                                "            x = torch.round(x * 256) / 256",
                                "            pass  # x = torch.round(x * 256) / 256")
                        .replace("        x = q16(x)", "        # x = q16(x)")
                        .replace("        x = torch.floor(", "        # x = torch.floor("));
        assertThat(TrainingScript.read(script).findings()).isEmpty();
        assertThat(folder.resolve("train_model.py.before_fix")).content().isEqualTo(PROTOTYPE);
    }

    @Test
    void aCopyIsNeverOverwritten() throws IOException {
        Path script = write(PROTOTYPE);
        Files.writeString(folder.resolve("train_model.py.before_fix"), "precious");

        assertThatThrownBy(() -> TrainingScript.read(script).repair())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("never overwritten");
        assertThat(script).content().isEqualTo(PROTOTYPE);
        assertThat(folder.resolve("train_model.py.before_fix")).content().isEqualTo("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsEncodingAndPermissionsStay(String end) throws IOException {
        String text =
                "# -*- coding: latin-1 -*-\n# \u00e4\u00f6\n" + PROTOTYPE.replace("to ap_fixed", "f\u00fcr ap_fixed");
        byte[] bytes = ("" + text).replace("\n", end).getBytes(StandardCharsets.ISO_8859_1);
        Path script = folder.resolve("train_model.py");
        Files.write(script, bytes);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), script);

        TrainingScript.read(link).repair();

        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rwxr-x--x");
        String repaired = new String(Files.readAllBytes(script), StandardCharsets.ISO_8859_1);
        assertThat(repaired.replace("pass  # ", "").replaceAll("# (?=x[ ,]|16)", ""))
                .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
        assertThat(Files.readAllBytes(folder.resolve("train_model.py.before_fix")))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = x + (torch.round(x) - x).detach()",
                "x = torch.fake_quantize_per_tensor_affine(x, 0.1, 0, 0, 255)",
                "x = self.act(self.conv(x))",
                "x = RoundSTE.apply(x)",
                "x = ste(x)",
                "x = self.own(x)"
            })
    void straightThroughQuantizersAreLeftAlone(String line) throws IOException {
        Path script = write(library(line));

        List<Finding> findings = TrainingScript.read(script).findings();

        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.STRAIGHT_THROUGH);
        assertThat(findings.get(0).text()).contains(line, "left alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = torch.round(self.conv(x) * 256) / 256",
                "return torch.round(x)",
                "y = torch.round(x)",
                "x = torch.round(x + y)",
                "x = torch.round(x) * y",
                "x = torch.round(x * 256)",
                "x = block(x)",
                "x = self.conv(x); x = x.round()",
                "if self.training: x = x.round()",
                "x = torch.quantize_per_tensor(self.conv(x), 0.1, 0, torch.qint8).dequantize()"
            })
    void whatDoesMoreThanRoundingIsForAPerson(String line) throws IOException {
        assertThat(TrainingScript.read(write(library(line))).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.BY_HAND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = x.round()",
                "x = (x * 256).round() / 256",
                "x = (x / step).floor() * step",
                "x = torch.round(x * 2**8) / 2**8",
                "x = torch.round(x * (1 << 8)) / (1 << 8)",
                "x = torch.clamp(torch.round(x * self.scale) / self.scale, -128, 127)",
                "x.round_()",
                "x = self.hard(x)",
                "x = self.rounded(x)",
                "x = self.quantizers.conv1.round(x)",
                "self.conv.weight.data = torch.round(self.conv.weight.data * 256) / 256",
                "x: torch.Tensor = torch.trunc(x)"
            })
    void whatOnlyRoundsIsLeftOut(String line) throws IOException {
        assertThat(TrainingScript.read(write(library(line))).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.LEAVE_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = self.conv(x)",
                "n = math.floor(x.size(2) / 2)",
                "n = round(0.5)",
                "'''x = torch.round(x)'''",
                "# x = torch.round(x)",
                "x = x.float()"
            })
    void nothingElseIsFound(String line) throws IOException {
        assertThat(TrainingScript.read(write(library(line))).findings()).isEmpty();
    }

    @Test
    void quantizersInsideOfContainersAreToldOf() throws IOException {
        assertThat(TrainingScript.read(write(library("x = self.net(x)")
                                .replace(
                                        "self.conv = ",
                                        "self.net = nn.Sequential(nn.ReLU(), Hard())\n        self.conv = ")))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("nn.Sequential", "by hand", "Hard, line "));
    }

    @Test
    void whatIsNoScriptIsRefused() {
        for (byte[] bytes : List.of(
                "x\0y".getBytes(StandardCharsets.UTF_16), "# coding: shift_jis\n".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> TrainingScript.read(Files.write(folder.resolve("train_model.py"), bytes)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("-Dmnist-hls.script");
        }
        assertThatThrownBy(() -> TrainingScript.read(folder))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("no such file");
    }

    /** A network with quantizers of all kinds, and one line in its forward. */
    static String library(String line) {
        return """
                import math
                import torch, torch.nn as nn
                from brevitas.nn import QuantReLU

                class RoundSTE(torch.autograd.Function):
                    @staticmethod
                    def forward(ctx, x):
                        return torch.round(x)
                    @staticmethod
                    def backward(ctx, g):
                        return g

                class Hard(nn.Module):
                    def forward(self, x):
                        return torch.round(x * 256) / 256

                class Own(nn.Module):
                    def forward(self, x):
                        y = torch.round(x)
                        return x + (y - x).detach()

                def ste(x):
                    y = torch.floor(x)
                    return x + (y - x).detach()

                def block(x):
                    return torch.round(nn.functional.relu(x))

                class Net(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.conv = nn.Conv2d(1, 6, 5)
                        self.act = QuantReLU(bit_width=4)
                        self.hard = Hard()
                        self.own = Own()

                    def rounded(self, x):
                        return torch.round(x)

                    def forward(self, x, y=1):
                        LINE
                        return x
                """.replace("LINE", line);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("train_model.py"), text);
    }

    private static List<Integer> lines(TrainingScript script, Kind... kinds) {
        return script.findings().stream()
                .filter(finding -> Arrays.asList(kinds).contains(finding.kind()))
                .map(Finding::first)
                .toList();
    }
}
