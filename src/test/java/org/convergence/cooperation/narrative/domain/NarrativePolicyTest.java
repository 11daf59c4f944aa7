package org.convergence.cooperation.narrative.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageContent;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativePolicy.NarrativeLack;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.PastedQuestions;
import org.junit.jupiter.api.Test;

/** What goes in the file: the limit of a section, and the partner's yes (R-GAR-9, R-PART-8). */
class NarrativePolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static NarrativeSection section(String body) {
        return NarrativeSection.create(
                new NarrativeReportId(new UUID(0, 1)),
                1,
                new NarrativeSectionContent("Résultats", "", 4, CountUnit.WORDS, body),
                null);
    }

    private static NarrativePassage passage(NarrativeSection section) {
        return NarrativePassage.create(section.typedId(), new OrganisationId(new UUID(0, 2)))
                .withContent(new PassageContent("Elle enseigne.", ""));
    }

    @Test
    void passageStaysOutUntilThePartnerSaysYesToTheseVeryWords() {
        NarrativeSection section = section("Deux mots");
        NarrativePassage passage = passage(section);
        assertThat(passage.standing()).isEqualTo(PassageStanding.TO_SHOW);
        passage = passage.shownOn(DAY);
        assertThat(passage.standing()).isEqualTo(PassageStanding.WAITING);
        assertThat(NarrativePolicy.section(section, List.of(passage)).text()).isEqualTo("Deux mots");
        NarrativePassage agreed = passage.withAnswer(PassageAnswer.YES, DAY, "");
        assertThat(NarrativePolicy.section(section, List.of(agreed)).text()).isEqualTo("Deux mots\n\nElle enseigne.");
        NarrativePassage reworded = agreed.withContent(new PassageContent("Elle enseigne bien.", ""));
        assertThat(reworded.standing()).as("to be shown again").isEqualTo(PassageStanding.TO_SHOW);
        assertThat(reworded.shownOn(DAY).standing()).isEqualTo(PassageStanding.WAITING);
        assertThat(reworded.shownOn(DAY).isChanged()).isTrue();
        assertThat(reworded.withContent(agreed.content()).standing())
                .as("the words that it read")
                .isEqualTo(PassageStanding.AGREED);
        assertThat(passage.withAnswer(PassageAnswer.WITHHELD, DAY, "").standing())
                .isEqualTo(PassageStanding.WITHHELD);
    }

    @Test
    void partnersOwnTextCountsAsItsYesOnceWeTakeIt() {
        NarrativePassage corrected =
                passage(section("")).shownOn(DAY).withAnswer(PassageAnswer.CORRECTION, DAY, "Nous enseignons.");
        assertThat(corrected.standing()).isEqualTo(PassageStanding.CORRECTED);
        assertThat(corrected
                        .withContent(new PassageContent("Nous enseignons.", ""))
                        .standing())
                .isEqualTo(PassageStanding.AGREED);
    }

    @Test
    void answerIsForTheTranslationThatThePartnerRead() {
        NarrativePassage read = passage(section(""))
                .withContent(new PassageContent("Elle enseigne.", "Enseña."))
                .shownOn(DAY);
        NarrativePassage agreed = read.withAnswer(PassageAnswer.YES, DAY, "");
        assertThat(agreed.standing()).isEqualTo(PassageStanding.AGREED);
        assertThat(agreed.withContent(new PassageContent("Elle enseigne.", "Enseña mucho."))
                        .standing())
                .isEqualTo(PassageStanding.TO_SHOW);
        NarrativePassage corrected =
                read.withAnswer(PassageAnswer.CORRECTION, DAY, "Enseñamos.").withCorrection();
        assertThat(corrected.content()).isEqualTo(new PassageContent("Elle enseigne.", "Enseñamos."));
        assertThat(corrected.standing()).as("not its yes to our text").isEqualTo(PassageStanding.TO_SHOW);
    }

    @Test
    void partnerIsNamedInItsPassageOnly() {
        assertThat(NarrativePolicy.lacks(
                        List.of(section("Avec l’Unión Sur, trois")), List.of(), List.of("Union Sur", "Otra")))
                .containsExactly(new NarrativeLack("narrative.lack.partner", List.of("Résultats", "Union Sur")));
    }

    @Test
    void countsPassagesInTheLimitAndRefusesEmptySections() {
        NarrativeSection section = section("Deux mots là");
        NarrativePassage agreed = passage(section).shownOn(DAY).withAnswer(PassageAnswer.YES, DAY, "");
        assertThat(NarrativePolicy.lacks(List.of(section), List.of(), List.of()))
                .isEmpty();
        assertThat(NarrativePolicy.lacks(List.of(section), List.of(agreed), List.of()))
                .containsExactly(new NarrativeLack("narrative.lack.long.WORDS", List.of("Résultats", 5, 4)));
        assertThat(NarrativePolicy.lacks(List.of(section("  ")), List.of(), List.of()))
                .extracting(NarrativeLack::key)
                .containsExactly("narrative.lack.empty");
        assertThat(NarrativePolicy.lacks(List.of(), List.of(), List.of()))
                .extracting(NarrativeLack::key)
                .containsExactly("narrative.lack.sections");
    }

    @Test
    void pastedSectionHasItsHeadingInstructionAndLimit() {
        NarrativeSectionContent content = NarrativeSectionContent.of(
                PastedQuestions.parse("3. Résultats atteints (400 mots)\nComparez-les aux cibles.\n\nLeçons")
                        .get(0));
        assertThat(content)
                .isEqualTo(new NarrativeSectionContent(
                        "3. Résultats atteints", "Comparez-les aux cibles.", 400, CountUnit.WORDS, ""));
    }
}
