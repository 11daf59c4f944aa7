package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.text.TextNormalizer;
import org.junit.jupiter.api.Test;

/** Conditions on the example's files, for any loading day. */
class ExampleFilesTest {

    /** Reports cannot be filed where a title names a person, and the titles shown depend on the day. */
    @Test
    void noTitleOfARealisationNamesAPerson() {
        List<String> people = ExampleFile.lines("personnes.csv").stream()
                .map(it -> TextNormalizer.fold(it.text("prénom") + " " + it.text("nom"))
                        .strip())
                .filter(it -> !it.isEmpty())
                .toList();
        List<String> titles = Stream.of("realisations-courantes.csv", "realisations-precedentes.csv")
                .flatMap(file -> ExampleFile.lines(file).stream())
                .map(it -> TextNormalizer.fold(it.text("titre")))
                .toList();
        assertThat(people).hasSizeGreaterThan(100);
        assertThat(titles)
                .hasSizeGreaterThan(200)
                .noneMatch(title -> people.stream().anyMatch(who -> (" " + title + " ").contains(" " + who + " ")));
    }
}
