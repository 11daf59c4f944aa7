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

    /** Beginnings of the phrases that are read wrong; the document of {@link ReadingScoreTest} tells how. */
    private static final List<String> READ_WRONG = List.of(
            "Répondre aux demandes d'appui des syndicats",
            "Tournage d'un court documentaire",
            "Picket the consulate",
            "Start a podcast",
            "Table at the farmers' market",
            "Comprar una computadora usada",
            "Encuentro regional de jóvenes",
            "Viajar a la zona del conflicto",
            "Instalar una olla común");

    private final ConditionReader reader = new ConditionReader();

    /** A phrase of the corpus with the commitment that a person reads in it. */
    private record Phrase(String language, Commitment expected, String text) {}

    @Test
    void readsTheCorpus() throws IOException {
        List<Phrase> phrases = phrases();
        List<String> wrong = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Commitment read = ConditionReader.commitment(reader.read(phrase.text(), false));
            if (read != phrase.expected() && READ_WRONG.stream().noneMatch(phrase.text()::startsWith)) {
                wrong.add(phrase.language() + " " + phrase.expected() + " read as " + read + ": " + phrase.text());
            }
        }
        assertThat(phrases.size() - wrong.size())
                .as("of %d phrases; wrong: %n%s", phrases.size(), String.join("\n", wrong))
                .isEqualTo(phrases.size());
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
