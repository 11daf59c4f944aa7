package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastYearsTest {

    @Test
    void theSameLineOfTheSamePlanSpeaksOfTheSameThing() {
        UUID line = Ids.next();
        Part now = part(SectionKind.MEANS, line, "1.2", "Ateliers", "");
        Part same = part(SectionKind.MEANS, line, "1.2", "Formations offertes sur demande", "La même ligne.");
        Part alike = part(SectionKind.MEANS, Ids.next(), "1.2", "Ateliers", "Une autre.");
        assertThat(LastYears.of(now, List.of(alike, same))).contains(same);
    }

    @Test
    void anotherPlansLineIsKnownByItsTitleWhateverItsNumber() {
        Part now = part(SectionKind.MEANS, Ids.next(), "1.3", "Ateliers sur la solidarité", "");
        Part moved = part(SectionKind.MEANS, Ids.next(), "1.2", "Les ateliers sur la solidarité", "Douze ateliers.");
        Part other = part(SectionKind.MEANS, Ids.next(), "1.3", "Veille par pays", "Quatre notes.");
        assertThat(LastYears.of(now, List.of(other, moved))).contains(moved);
    }

    @Test
    void aTitleThatWasRewordedIsKnownWithTheHelpOfItsNumber() {
        Part now = part(SectionKind.MEANS, Ids.next(), "1.2", "Ateliers de solidarité ouvrière", "");
        Part reworded = part(SectionKind.MEANS, Ids.next(), "1.2", "Ateliers sur la solidarité", "Douze ateliers.");
        assertThat(LastYears.of(now, List.of(reworded))).contains(reworded);
        Part unnumbered = part(SectionKind.MEANS, Ids.next(), "4.1", "Ateliers sur la solidarité", "Douze ateliers.");
        assertThat(LastYears.of(now, List.of(unnumbered))).isEmpty();
    }

    @Test
    void theSameNumberAloneSaysNothing() {
        Part now = part(SectionKind.MEANS, Ids.next(), "2.1", "Gestion de projets", "");
        Part other = part(SectionKind.MEANS, Ids.next(), "2.1", "Stages intersyndicaux", "Huit stagiaires.");
        assertThat(LastYears.of(now, List.of(other))).isEmpty();
    }

    @Test
    void anObjectiveIsNoMeansAndAnEmptyTextIsNone() {
        Part now = part(SectionKind.MEANS, Ids.next(), "1", "Tisser des liens", "");
        Part objective = part(SectionKind.OBJECTIVE, Ids.next(), "1", "Tisser des liens", "Nous voulions.");
        Part empty = part(SectionKind.MEANS, Ids.next(), "1", "Tisser des liens", " ");
        assertThat(LastYears.of(now, List.of(objective, empty))).isEmpty();
    }

    @Test
    void theWordAtTheBeginningFollowsTheWordAtTheBeginning() {
        Part now = part(SectionKind.FOREWORD, null, null, "", "");
        Part before = part(SectionKind.FOREWORD, null, null, "", "Il y a des années.");
        Part end = part(SectionKind.CLOSING, null, null, "", "Merci.");
        assertThat(LastYears.of(now, List.of(end, before))).contains(before);
    }

    private static Part part(SectionKind kind, @Nullable UUID line, @Nullable String code, String title, String text) {
        return new Part(kind, line, code, title, null, text, Map.of(), List.of(), List.of());
    }
}
