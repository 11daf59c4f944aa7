package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.junit.jupiter.api.Test;

/** Invented phrases in three languages, more than a third of them traps: the score is stated and must not fall. */
class ConditionCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/org/convergence/plan/reading/conditions.txt");

    /** Known to be read wrong; the document of {@link ReadingScoreTest} names them. */
    private static final int READ_WRONG = 9;

    private final ConditionReader reader = new ConditionReader();

    /** A phrase of the corpus with the commitment that a person reads in it. */
    private record Phrase(String language, Commitment expected, String text) {}

    @Test
    void readsTheCorpus() throws IOException {
        List<Phrase> phrases = phrases();
        List<String> wrong = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Commitment read = ConditionReader.commitment(reader.read(phrase.text(), false));
            if (read != phrase.expected()) {
                wrong.add(phrase.language() + " " + phrase.expected() + " read as " + read + ": " + phrase.text());
            }
        }
        assertThat(phrases.size() - wrong.size())
                .as("of %d phrases; wrong: %n%s", phrases.size(), String.join("\n", wrong))
                .isGreaterThanOrEqualTo(phrases.size() - READ_WRONG);
    }

    @Test
    void aThirdOfTheCorpusAreTrapsInEachLanguage() throws IOException {
        for (String language : List.of("fr", "en", "es")) {
            List<Phrase> own = phrases().stream()
                    .filter(phrase -> phrase.language().equals(language))
                    .toList();
            long traps = own.stream()
                    .filter(phrase -> phrase.expected() == Commitment.FIRM)
                    .count();
            assertThat(traps * 3).as(language).isGreaterThanOrEqualTo(own.size());
        }
        assertThat(phrases()).hasSizeGreaterThanOrEqualTo(150);
    }

    private static List<Phrase> phrases() throws IOException {
        return Files.readAllLines(CORPUS).stream()
                .map(line -> line.split("\\|"))
                .map(cells -> new Phrase(cells[0], Commitment.valueOf(cells[1]), cells[2]))
                .toList();
    }
}
