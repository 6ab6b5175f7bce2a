/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a browser: in frames, because a window cannot be as narrow as a telephone. */
@Slow
class ReportPageBrowserTest {
    private static final List<Integer> WIDTHS = List.of(400, 1_400);
    private static final long LIMIT_SECONDS = 90;

    /** Tells the page around what it sees. */
    private static final String PROBE = """
        <script>
        const point = (chart) => {
          const at = chart.getBoundingClientRect();
          const where = { clientX: at.left + at.width / 2, clientY: at.top + at.height / 2, bubbles: true };
          chart.dispatchEvent(new MouseEvent("mouseenter", where));
          chart.dispatchEvent(new MouseEvent("mousemove", where));
        };
        const look = () => parent.postMessage({
          width: innerWidth,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          charts: document.querySelectorAll(".chart canvas").length,
          boxes: document.querySelectorAll(".chart").length,
          outside: [...document.querySelectorAll(".chart canvas")]
            .filter((c) => c.getBoundingClientRect().right > innerWidth).length,
          ink: [...document.querySelectorAll(".chart canvas")].filter((c) =>
            c.getContext("2d").getImageData(0, 0, c.width, c.height).data.some((v) => v !== 0)).length,
          read: [...document.querySelectorAll(".chart .u-legend")]
            .filter((legend) => /(from 2|epoch \\d|layer).*\\d/.test(legend.textContent)).length,
        }, "*");
        addEventListener("load", () => setTimeout(() => {
          document.querySelectorAll(".chart .u-over").forEach(point);
          setTimeout(look, 100);
        }, 100));
        </script>
        """;

    private static final String COLLECTOR = """
        <!DOCTYPE html><meta charset="UTF-8"><body><script>
        addEventListener("message", (event) => {
          const line = document.createElement("p");
          line.textContent = "probe " + Object.values(event.data).join(" ") + ";";
          document.body.append(line);
        });
        </script>
        """;

    private static final Pattern RESULT = Pattern.compile("probe (\\d+) (-?\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+);");

    @TempDir
    private Path folder;

    private Path browser;

    @BeforeEach
    void findBrowser() {
        browser = ExternalProgram.require("chromium", "chromium", getClass());
    }

    @Test
    void fitsAndDrawsAtAnyWidthWithoutAComplaint() throws Exception {
        Output output = show(
                List.of(SampleReports.minimal(), SampleReports.full(), SampleReports.hostile()),
                "preferredColorScheme=1");

        assertThat(output.console()).isEmpty();
        assertThat(output.results()).hasSize(3 * WIDTHS.size());
        assertThat(output.results()).allSatisfy(result -> {
            assertThat(result.width()).isIn(WIDTHS);
            assertThat(result.overflow()).as("overflow at %s", result.width()).isZero();
            assertThat(result.outside()).as("charts beyond the edge").isZero();
            assertThat(result.charts()).as("drawn of %s", result.boxes()).isEqualTo(result.boxes());
            assertThat(result.ink()).as("not empty").isEqualTo(result.boxes());
            assertThat(result.read()).as("values under the pointer").isEqualTo(result.boxes());
        });
        assertThat(output.results()).extracting(Result::boxes).containsOnly(0, 18);
    }

    @Test
    void drawsInTheDark() throws Exception {
        Output output = show(List.of(SampleReports.full()), "preferredColorScheme=0");

        assertThat(output.console()).isEmpty();
        assertThat(output.results())
                .hasSize(WIDTHS.size())
                .allSatisfy(result -> assertThat(result.ink()).isEqualTo(18));
    }

    @Test
    void theConsoleWouldShowAnError() throws Exception {
        Path broken = folder.resolve("broken.html");
        Files.writeString(broken, "<!DOCTYPE html><script>missing();</script>");

        assertThat(open(broken, "preferredColorScheme=1").console())
                .singleElement()
                .asString()
                .contains("missing is not defined");
    }

    /** What one frame holds. */
    private record Result(int width, int overflow, int charts, int boxes, int outside, int ink, int read) {}

    private record Output(List<Result> results, List<String> console) {}

    private Output show(List<ReportData> reports, String scheme) throws Exception {
        StringBuilder collector = new StringBuilder(COLLECTOR);
        for (int i = 0; i < reports.size(); i++) {
            String page = ReportPage.render(reports.get(i), Optional.empty()).replace("</body>", PROBE + "</body>");
            Files.writeString(folder.resolve("page" + i + ".html"), page);
            for (int width : WIDTHS) {
                collector
                        .append("<iframe src='page")
                        .append(i)
                        .append(".html' style='border:0' height='900' width='")
                        .append(width)
                        .append("'></iframe>\n");
            }
        }
        Path around = folder.resolve("around.html");
        Files.writeString(around, collector);
        return open(around, scheme);
    }

    private Output open(Path page, String scheme) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.txt");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--blink-settings=" + scheme,
                        // All frames must be in sight: a browser spares itself what nobody sees.
                        "--window-size=1500,6000",
                        "--virtual-time-budget=10000",
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Output(
                results(Files.readString(dom)),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    private static List<Result> results(String dom) {
        List<Result> results = new ArrayList<>();
        Matcher found = RESULT.matcher(dom);
        while (found.find()) {
            results.add(new Result(
                    number(found, 1),
                    number(found, 2),
                    number(found, 3),
                    number(found, 4),
                    number(found, 5),
                    number(found, 6),
                    number(found, 7)));
        }
        return results;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
