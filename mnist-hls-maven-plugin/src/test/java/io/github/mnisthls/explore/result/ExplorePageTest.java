/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Space;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a browser, and asks it what it shows. */
@Slow
class ExplorePageTest {
    private static final String PROBE = """
        <script>
        addEventListener("load", () => setTimeout(() => {
          [...document.querySelectorAll("button[data-point]")]
            .find((button) => button.closest("tr").textContent.includes("ap_fixed<16,8>"))?.click();
          document.title = "overflow " + (document.documentElement.scrollWidth - document.documentElement.clientWidth);
        }, 200));
        </script>
        """;

    @TempDir
    private Path folder;

    @Test
    void drawsAllDesignsAndTellsTheConfiguration() throws Exception {
        String dom = shown("</script><b>tiny");

        assertThat(dom).contains("data-drawn=\"39\"").contains("39 of 39 designs shown");
        assertThat(dom).contains("<title>overflow 0</title>").doesNotContain("<b>tiny");
        assertThat(dom)
                .contains("&lt;configuration&gt;")
                .contains("&lt;precision&gt;ap_fixed&amp;lt;16,8&amp;gt;&lt;/precision&gt;");
        assertThat(dom).contains("1 point: does not fit &lt;here&gt;");
    }

    private String shown(String title) throws Exception {
        Path browser = ExternalProgram.require("chromium", "chromium", getClass());
        String page = ExplorePage.render(results(title));
        assertThat(page).doesNotContain("http:").doesNotContain("https:");
        Path file = folder.resolve("index.html");
        Files.writeString(file, page.replace("</body>", PROBE + "</body>"));
        Path dom = folder.resolve("dom.txt");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=500,900",
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static Results results(String title) {
        Space space = TinySpaces.forty();
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number < space.size(); number++) {
            Figures figures =
                    new Figures(0.9 + number / 1000.0, 100 + number, 200, 1e6 / number, 4, 900L * number, 3, 2, 1, 0);
            rows.add(Row.done(
                    space.point(number),
                    "0",
                    figures,
                    new Row.Details(0.95, 3, OptionalInt.empty(), true, List.of(), Optional.empty())));
        }
        rows.add(Row.failed(space.point(space.size()), "0", "does not fit <here>"));
        return Results.of(title, rows, List.of(Objective.ACCURACY, Objective.LUT), Constraints.NONE);
    }
}
