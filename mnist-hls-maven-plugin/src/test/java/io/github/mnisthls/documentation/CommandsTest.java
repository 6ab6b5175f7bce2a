/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command of the pages names what exists, and something runs it. */
class CommandsTest {
    private static final MavenCommand MAVEN = new MavenCommand(Goals.read());
    private static final CommandRuns RUNS = CommandRuns.read();

    @Test
    void allCommandsAreGoodAndRun() {
        assertThat(problems(Page.all(), RUNS)).isEmpty();
    }

    @Test
    void noCommandIsListedThatNoPageShows() {
        List<String> shown = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(block -> block.commands().stream())
                .toList();

        assertThat(RUNS.listed()).isSubsetOf(shown);
    }

    /** Where they would escape the tests above. */
    @Test
    void noCommandStandsOutsideOfShellBlocks() {
        assertThat(Page.all().stream().flatMap(page -> strays(page).stream())).isEmpty();
        assertThat(strays(Page.parse("planted.md", List.of("    mvn verify", "```", "mvn package", "```"))))
                .containsExactly("planted.md: mvn verify", "planted.md: mvn package");
    }

    private static List<String> strays(Page page) {
        return Stream.concat(
                        page.prose().stream().filter(line -> line.startsWith("    ")),
                        page.blocks().stream()
                                .filter(block -> !block.language().equals("sh"))
                                .flatMap(block -> block.lines().stream()))
                .map(String::strip)
                .filter(line -> line.startsWith("mvn "))
                .map(line -> page.name() + ": " + line)
                .toList();
    }

    @Test
    void wrongNamesAreSeen() {
        assertThat(problems(planted("mvn verify -Dmnist-hls.epoch=3"), RUNS))
                .contains("planted.md:1: mvn verify -Dmnist-hls.epoch=3: there is no -Dmnist-hls.epoch=3");
        assertThat(MAVEN.problems("mnist-hls:generat")).containsExactly("there is no mnist-hls:generat");
        assertThat(MAVEN.problems("verify -Pfull -Pnowhere")).containsExactly("there is no -Pnowhere");
        assertThat(MAVEN.problems("-pl nowhere test")).containsExactly("there is no module for -pl");
        assertThat(MAVEN.problems("test -Dtest=NoSuchTest")).containsExactly("there is no -Dtest=NoSuchTest");
        assertThat(MAVEN.problems("verify -Dinvoker.test=help,nowhere-at-all*")).isEmpty();
        assertThat(MAVEN.problems("test -Dmnisthls.differential.seeds=1"))
                .containsExactly("there is no -Dmnisthls.differential.seeds=1");
        assertThat(MAVEN.problems("verify -Dinvoker.test=nowhere"))
                .containsExactly("there is no -Dinvoker.test=nowhere");
        assertThat(MAVEN.problems("spotles:apply verfy"))
                .containsExactly("there is no spotles:apply", "there is no verfy");
    }

    @Test
    void commandsThatNothingRunsAreSeen() {
        String command = "mvn verify -Dmnist-hls.seed=4711";

        assertThat(problems(planted(command), RUNS)).singleElement().asString().contains("nothing runs it");
        assertThat(problems(planted(command), listed(command + " | script .ci/run")))
                .singleElement()
                .asString()
                .contains("which is not so");
        assertThat(problems(planted(command), listed(command + " | test NoSuchTest")))
                .hasSize(1);
        assertThat(problems(planted(command), listed(command + " | part of " + command)))
                .hasSize(1);
        assertThat(problems(planted(command), listed(command + " | not run: "))).hasSize(1);
        assertThat(problems(planted("mvn verify"), listed("mvn verify | script .ci/run")))
                .isEmpty();
    }

    private static CommandRuns listed(String line) {
        return new CommandRuns(List.of(line));
    }

    private static List<Page> planted(String command) {
        return List.of(Page.parse("planted.md", List.of("```sh", command, "```")));
    }

    private static List<String> problems(List<Page> pages, CommandRuns runs) {
        List<String> problems = new ArrayList<>();
        for (Page page : pages) {
            for (CodeBlock block : page.blocks()) {
                for (String command : block.commands()) {
                    String place = block.place() + ": " + command + ": ";
                    if (command.startsWith("mvn ")) {
                        MAVEN.problems(command.substring("mvn ".length()))
                                .forEach(problem -> problems.add(place + problem));
                    }
                    runs.problem(command).ifPresent(problem -> problems.add(place + problem));
                }
            }
        }
        return problems;
    }
}
