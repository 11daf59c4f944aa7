package org.convergence.plan.reading.domain.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.outline.ReadingWarning.ReadingWarningKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** Words and sentences cut by line ends, blank lines and pages are joined. */
class LineJoinerTest {

    private final List<ReadingWarning> warnings = new ArrayList<>();

    private List<String> join(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<ManuscriptLine> lines = new ManuscriptReader()
                .read(new WrittenFile("x", bytes), new ReadingBudget(ReadingLimits.USUAL))
                .lines();
        return new LineJoiner(lines, warnings)
                .join(lines).stream().map(TextBlock::originalText).toList();
    }

    @Test
    void aCutWordIsJoinedWithAWarning() {
        assertThat(join("Nous tenons à la solidarité in-\nternationale."))
                .containsExactly("Nous tenons à la solidarité internationale.");
        assertThat(warnings).extracting(ReadingWarning::kind).containsExactly(ReadingWarningKind.WORD_JOINED);
        assertThat(warnings).extracting(ReadingWarning::words).containsExactly("internationale");
    }

    @Test
    void keepsAHyphenSpelledElsewhereInTheFile() {
        assertThat(join("Le co-développement compte.\n\nNous misons sur le co-\ndéveloppement."))
                .contains("Nous misons sur le co-développement.");
        assertThat(warnings).isEmpty();
    }

    @Test
    void joinsAWordSpelledWholeElsewhereInTheFile() {
        assertThat(join("Les compagnies agissent.\n\nLes lois sur les compa-\ngnies changent."))
                .contains("Les lois sur les compagnies changent.");
        assertThat(warnings)
                .extracting(ReadingWarning::kind)
                .containsExactly(ReadingWarningKind.WORD_JOINED_AS_ELSEWHERE);
    }

    @Test
    void keepsAHyphenBeforeACapitalOrADigit() {
        assertThat(join("Nous écrivons à Emploi-\nQuébec pour 2024-\n2028."))
                .containsExactly("Nous écrivons à Emploi-Québec pour 2024-2028.");
        assertThat(warnings).extracting(ReadingWarning::kind).containsOnly(ReadingWarningKind.HYPHEN_KEPT);
    }

    @Test
    void aCutWordInCapitalsIsJoined() {
        assertThat(join("AGIR POUR LA SOLIDA-\nRITÉ DES PEUPLES"))
                .containsExactly("AGIR POUR LA SOLIDARITÉ DES PEUPLES");
    }

    @Test
    void aSoftHyphenAtTheEndOfALineJoins() {
        assertThat(join("la soli\u00AD\ndarité")).containsExactly("la solidarité");
    }

    @Test
    void anElisionIsGluedToItsWord() {
        assertThat(join("Le travail de l’\néquipe continue.")).containsExactly("Le travail de l’équipe continue.");
    }

    @Test
    void aSentenceRunsOverBlankLinesAndPages() {
        assertThat(join("- Les stages permettent de rayonner dans les\n\nmilieux syndicaux et \f\nailleurs."))
                .containsExactly("- Les stages permettent de rayonner dans les milieux syndicaux et ailleurs.");
    }

    @Test
    void aFinishedSentenceIsNotContinued() {
        assertThat(join("- Publier le bulletin.\n\nle comité se réunit")).hasSize(2);
    }

    @Test
    void aTitleDoesNotRunIntoTheParagraphUnderIt() {
        assertThat(join("1.1 Stages\n\nNous offrons des stages."))
                .containsExactly("1.1 Stages", "Nous offrons des stages.");
    }

    @Test
    void splitsALineBeforeBulletsInItsMiddle() {
        assertThat(join("• Donner • Publier • Agir")).containsExactly("• Donner", "• Publier", "• Agir");
        assertThat(join("- Donner. - Publier. - Agir - ensemble"))
                .containsExactly("- Donner.", "- Publier.", "- Agir - ensemble");
        assertThat(join("Solidarité • Partage")).containsExactly("Solidarité • Partage");
    }

    @Test
    void aFigureAtALineStartWithinASentenceIsNotACode() {
        assertThat(
                        join(
                                "Les activités auront lieu pendant l’année, en particulier au printemps de\n25. Elles seront\nnombreuses et les\nmembres y seront."))
                .hasSize(1);
        assertThat(join("M. Tremblay préside.\nA. Roy seconde.")).hasSize(2);
    }
}
