package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation agrees with the code: rules cited exist, links lead somewhere. */
class DocumentationTest {

    private static final Pattern CITED = Pattern.compile("\\bR-([A-Z][A-Z0-9]*)-(\\d+)");
    private static final Pattern STATED = Pattern.compile("^\\| R-([A-Z][A-Z0-9]*)-(\\d+)(?:…(\\d+))?[a-z]? \\|");
    private static final Pattern ASKED_PROPERTY =
            Pattern.compile("@EnabledIfSystemProperty\\(named = \"([^\"]+)\", matches = \"([^\"]+)\"\\)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void citedRulesAreDocumented() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path file : files(Path.of("src/main"), ".java", ".sql", ".jte", ".css", ".js")) {
            Matcher rule = CITED.matcher(Files.readString(file));
            while (rule.find()) {
                cited.add(rule.group());
            }
        }
        assertThat(cited)
                .as("rules cited in src/main: each has a line in docs/rules.md")
                .isNotEmpty()
                .isSubsetOf(stated());
    }

    @Test
    void documentLinksResolve() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = new ArrayList<>(files(Path.of("docs"), ".md"));
        documents.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    broken.add(document + " → " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void decisionNumbersAreUnique() throws IOException {
        List<String> numbers = files(Path.of("docs/decisions"), ".md").stream()
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();
        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Without it, a test that names the property is skipped in silence. */
    @Test
    void wholeSuiteSetsThePropertiesThatTestsAskFor() throws IOException {
        String options = Files.readString(Path.of("test"))
                .lines()
                .filter(line -> line.strip().startsWith("--all*)"))
                .collect(Collectors.joining());
        Set<String> asked = new TreeSet<>();
        for (Path file : files(Path.of("src/test/java"), ".java")) {
            Matcher condition = ASKED_PROPERTY.matcher(Files.readString(file));
            while (condition.find()) {
                asked.add("-D" + condition.group(1) + "=" + condition.group(2));
            }
        }
        assertThat(asked)
                .contains("-Dconvergence.journeys=all")
                .allSatisfy(each -> assertThat(options).containsPattern("[( ]" + Pattern.quote(each) + "[) ]"));
        assertThat(options).doesNotContain("excludedGroups");
    }

    private static Set<String> stated() throws IOException {
        Set<String> stated = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/rules.md"))) {
            Matcher rule = STATED.matcher(line);
            if (rule.find()) {
                int first = Integer.parseInt(rule.group(2));
                int last = rule.group(3) == null ? first : Integer.parseInt(rule.group(3));
                for (int i = first; i <= last; i++) {
                    stated.add("R-" + rule.group(1) + "-" + i);
                }
            }
        }
        return stated;
    }

    private static List<Path> files(Path root, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.toString().endsWith(ending)))
                    .sorted()
                    .toList();
        }
    }
}
