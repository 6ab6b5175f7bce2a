/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.emulation.LayerEffects;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final Pattern EMBEDDED = Pattern.compile("(?s)<(script|style)>.*?</\\1>");

    static Stream<ReportData> reports() {
        return Stream.of(SampleReports.minimal(), SampleReports.full(), SampleReports.hostile());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWellFormedWhateverTheNamesAre(ReportData report) throws Exception {
        Document page = parse(ReportPage.render(report, Optional.empty()));

        String name = report.metrics().network().orElseThrow().name().replace('\u0007', '\ufffd');
        assertThat(elements(page, "h1")).extracting(Element::getTextContent).containsExactly(name);
        assertThat(elements(page, "script")).as("scripts, all its own").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void linksToItselfOnly(ReportData report) throws Exception {
        Document page = parse(ReportPage.render(report, Optional.empty()));

        List<String> ids = all(page)
                .filter(element -> element.hasAttribute("id"))
                .map(element -> element.getAttribute("id"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements(page, "a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(all(page).map(element -> element.getAttribute("src")))
                .allSatisfy(source -> assertThat(source).matches("|data:image/png;base64,.*"));
        assertThat(all(page).map(element -> element.getAttribute("data-table")))
                .filteredOn(id -> !id.isEmpty())
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tablesAndPicturesCanBeReadAloud(ReportData report) throws Exception {
        Document page = parse(ReportPage.render(report, Optional.empty()));

        assertThat(elements(page, "img"))
                .allSatisfy(image -> assertThat(image.getAttribute("alt")).isNotBlank());
        assertThat(elements(page, "th"))
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).matches("row|col"));
        assertThat(elements(page, "table")).isNotEmpty().allSatisfy(table -> {
            assertThat(elements(table, "caption")).hasSize(1);
            List<Integer> widths = elements(table, "tr").stream()
                    .map(row -> elements(row, "th").size() + elements(row, "td").size())
                    .distinct()
                    .toList();
            assertThat(widths).as("cells by row").hasSize(1);
        });
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() throws Exception {
        Document page = parse(ReportPage.render(SampleReports.minimal(), Optional.empty()));

        assertThat(absent(page))
                .anySatisfy(text -> assertThat(text).contains("csim: not measured; mvn mnist-hls:csim"))
                .anySatisfy(text -> assertThat(text).contains("No training is recorded"))
                .anySatisfy(text -> assertThat(text).contains("mvn mnist-hls:csynth"))
                .hasSize(10);
        assertThat(absent(parse(ReportPage.render(SampleReports.full(), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void numbersAreInTablesForThoseWithoutScripts() throws Exception {
        Document page = parse(ReportPage.render(SampleReports.full(), Optional.empty()));

        assertThat(elements(page, "tr"))
                .extracting(row -> Stream.concat(elements(row, "th").stream(), elements(row, "td").stream())
                        .map(Element::getTextContent)
                        .collect(Collectors.joining("|")))
                .contains("1|0.2942|0.1300|97.275 %")
                .contains("quantized|99.30 %|10,000|70|-0.01")
                .contains("conv2|9,800|11,300|104|6|0")
                .contains("words_1|conv1|conv2|1,024|700|96|98,304")
                .contains("conv2|83.9 %|15.0 %|1.1 %|3,356")
                .contains("the design's multipliers|185.0|680.3")
                .contains("accuracy, quantized|99.91 %|99.30 %|-0.61 points")
                .noneMatch(row -> row.startsWith("LUT, estimated|"))
                .contains("dsp|185|189|-2.1 %||189|220|85.9 %")
                .contains("interval, cycles|1,536|1,541|-0.3 %|1,541|||")
                .contains("clock period, ns (requested)|10|7.3|||8.1||");
    }

    @Test
    void isTheSameInEveryLocaleAndTimeZone() {
        String here = ReportPage.render(SampleReports.full(), Optional.empty());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

            assertThat(ReportPage.render(SampleReports.full(), Optional.empty()))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void holdsTheChartLibraryWithItsLicense() {
        String page = ReportPage.render(SampleReports.minimal(), Optional.empty());

        assertThat(page)
                .contains("Copyright (c) 2022 Leon Sorokin", "Permission is hereby granted", "var uPlot=")
                .doesNotContain("\r");
    }

    @Test
    void redIsWhatCostsAccuracy() throws Exception {
        Document page = parse(ReportPage.render(SampleReports.full(), Optional.empty()));

        assertThat(all(page)
                        .filter(element -> element.getAttribute("class").equals("bad"))
                        .map(element -> element.getTextContent().strip()))
                .satisfiesExactly(
                        fact -> assertThat(fact)
                                .startsWith("Costs most accuracyconv2")
                                .contains("-42.3 points"),
                        change -> assertThat(change).endsWith("-0.61 points"),
                        summary -> assertThat(summary).contains("layer conv2", "57.1 % instead of 99.4 %"),
                        row -> assertThat(row).startsWith("conv2").endsWith("57.1 %56.8 %"));
    }

    @Test
    void whatSaturatesIsRedOnlyWhereItCostsAccuracy() throws Exception {
        ReportData full = SampleReports.full();
        String saturates = "Layer dense2 of digits gives values that are too large.";
        LayerEffects.Effect harmful = new LayerEffects.Effect("dense2", OptionalDouble.of(0.9), OptionalDouble.of(0.9));

        assertThat(red(full)).noneMatch(saturates::equals);
        assertThat(red(full.withEffects(new LayerEffects(500, 0.994, List.of(harmful)))))
                .contains(saturates)
                .anyMatch(text -> text.contains("are outside the range"));
        assertThat(elements(parse(ReportPage.render(full, Optional.empty())), "p"))
                .extracting(Element::getTextContent)
                .contains(saturates, "Possible, but not seen. Layer dense1 can give values that are too large.");
    }

    private static List<String> red(ReportData report) throws Exception {
        return all(parse(ReportPage.render(report, Optional.empty())))
                .filter(element -> element.getAttribute("class").equals("bad"))
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void warnsOfAccumulatorsThatMayOverflow() {
        ReportData full = SampleReports.full();
        ReportData.AccumulatorRange good = full.accumulators().get(0);
        ReportData.AccumulatorRange narrow = new ReportData.AccumulatorRange(
                "thin", good.chosen(), good.proved(), good.partialSums().times(BigInteger.TWO), good.seen());

        assertThat(ReportPage.render(full, Optional.empty())).contains("None can overflow");
        assertThat(ReportPage.render(
                        full.withRanges(full.layers(), List.of(), List.of(good, narrow)), Optional.empty()))
                .contains("some input may overflow them: thin.")
                .doesNotContain("None can overflow");
    }

    @Test
    void aTemplateOfTheUsersWins(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("report.html.vm"), "<h1>${page.title}</h1> & ${page.subtitle}\n");

        assertThat(ReportPage.render(SampleReports.minimal(), Optional.of(folder)))
                .isEqualTo("<h1>digits</h1> & 35,108 parameters, 271,920 multiply-accumulates per image, precision"
                        + " ap_fixed&lt;16,8&gt;\n");
    }

    private static List<String> absent(Document page) {
        return all(page)
                .filter(element -> element.getAttribute("class").equals("absent"))
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** The page without scripts and style sheets, which are no XML; all else is. */
    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String markup = EMBEDDED.matcher(page).replaceAll("");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    }

    private static Stream<Element> all(Document page) {
        return elements(page.getDocumentElement(), "*").stream();
    }

    private static List<Element> elements(Document page, String name) {
        return elements(page.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        IntStream.range(0, found.getLength()).forEach(i -> elements.add((Element) found.item(i)));
        return elements;
    }
}
