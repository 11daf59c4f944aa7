package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlierSectionMatcherTest {

    @Test
    void matchesTheSameLineOfTheSamePlan() {
        UUID line = Ids.next();
        ReportPart now = part(ReportSectionKind.MEANS, line, "1.2", "Ateliers", "");
        ReportPart same =
                part(ReportSectionKind.MEANS, line, "1.2", "Formations offertes sur demande", "La même ligne.");
        ReportPart alike = part(ReportSectionKind.MEANS, Ids.next(), "1.2", "Ateliers", "Une autre.");
        assertThat(EarlierSectionMatcher.find(now, List.of(alike, same))).contains(same);
    }

    @Test
    void matchesALineOfAnotherPlanByItsTitle() {
        ReportPart now = part(ReportSectionKind.MEANS, Ids.next(), "1.3", "Ateliers sur la solidarité", "");
        ReportPart moved =
                part(ReportSectionKind.MEANS, Ids.next(), "1.2", "Les ateliers sur la solidarité", "Douze ateliers.");
        ReportPart other = part(ReportSectionKind.MEANS, Ids.next(), "1.3", "Veille par pays", "Quatre notes.");
        assertThat(EarlierSectionMatcher.find(now, List.of(other, moved))).contains(moved);
    }

    @Test
    void matchesARewordedTitleWithTheSameNumber() {
        ReportPart now = part(ReportSectionKind.MEANS, Ids.next(), "1.2", "Ateliers de solidarité ouvrière", "");
        ReportPart reworded =
                part(ReportSectionKind.MEANS, Ids.next(), "1.2", "Ateliers sur la solidarité", "Douze ateliers.");
        assertThat(EarlierSectionMatcher.find(now, List.of(reworded))).contains(reworded);
        ReportPart unnumbered =
                part(ReportSectionKind.MEANS, Ids.next(), "4.1", "Ateliers sur la solidarité", "Douze ateliers.");
        assertThat(EarlierSectionMatcher.find(now, List.of(unnumbered))).isEmpty();
    }

    @Test
    void doesNotMatchByNumberAlone() {
        ReportPart now = part(ReportSectionKind.MEANS, Ids.next(), "2.1", "Gestion de projets", "");
        ReportPart other =
                part(ReportSectionKind.MEANS, Ids.next(), "2.1", "Stages intersyndicaux", "Huit stagiaires.");
        assertThat(EarlierSectionMatcher.find(now, List.of(other))).isEmpty();
    }

    @Test
    void matchesOnlyTheSameKindWithAText() {
        ReportPart now = part(ReportSectionKind.MEANS, Ids.next(), "1", "Tisser des liens", "");
        ReportPart objective = part(ReportSectionKind.OBJECTIVE, Ids.next(), "1", "Tisser des liens", "Nous voulions.");
        ReportPart empty = part(ReportSectionKind.MEANS, Ids.next(), "1", "Tisser des liens", " ");
        assertThat(EarlierSectionMatcher.find(now, List.of(objective, empty))).isEmpty();
    }

    @Test
    void matchesForewordToForeword() {
        ReportPart now = part(ReportSectionKind.FOREWORD, null, null, "", "");
        ReportPart before = part(ReportSectionKind.FOREWORD, null, null, "", "Il y a des années.");
        ReportPart end = part(ReportSectionKind.CLOSING, null, null, "", "Merci.");
        assertThat(EarlierSectionMatcher.find(now, List.of(end, before))).contains(before);
    }

    private static ReportPart part(
            ReportSectionKind kind, @Nullable UUID line, @Nullable String code, String title, String text) {
        return new ReportPart(kind, line, code, title, null, text, Map.of(), List.of(), List.of());
    }
}
