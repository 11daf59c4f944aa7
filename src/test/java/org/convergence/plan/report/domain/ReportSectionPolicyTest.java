package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack.LackKind;
import org.convergence.plan.report.domain.Lack.ReportSectionState;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportSectionPolicyTest {

    private static final UUID MEANS = Ids.next();
    private static final UUID ACTION = Ids.next();
    private static final String TEXT = "Dix-huit ateliers ont été donnés dans sept régions.";

    private String text = TEXT;
    private @Nullable UUID takenFrom;
    private List<ReportFact> facts = List.of();
    private List<TargetProgress> goals = List.of();
    private @Nullable String checked;
    private List<DelayedAction> standing = List.of();
    private Audience audience = Audience.ANNUAL;
    private int open;
    private List<String> named = List.of();
    private boolean over = true;
    private Map<ActionState, Integer> states = Map.of(ActionState.UNDER_WAY, 1);

    @Test
    void aMeansWithATextIsReady() {
        assertThat(kinds()).isEmpty();
        assertThat(ReportSectionPolicy.state(List.of())).isEqualTo(ReportSectionState.READY);
    }

    @Test
    void aMeansWithoutTextIsToBeWritten() {
        text = "  \n";
        assertThat(kinds()).containsExactly(LackKind.NO_TEXT);
        assertThat(ReportSectionPolicy.state(lacks(ReportSectionKind.MEANS))).isEqualTo(ReportSectionState.TO_WRITE);
    }

    @Test
    void anObjectiveMayStayWithoutText() {
        text = "";
        assertThat(lacks(ReportSectionKind.OBJECTIVE)).isEmpty();
    }

    @Test
    void aDroppedMeansWithoutRealisationsNeedsNoText() {
        text = "";
        states = Map.of(ActionState.DROPPED, 2);
        assertThat(kinds()).isEmpty();
        facts = List.of(fact(12));
        assertThat(kinds()).containsExactly(LackKind.NO_TEXT);
    }

    @Test
    void aTextWithAMarkOfUnfinishedWritingIsToBeWritten() {
        for (String mark :
                List.of("Deux promotrices. (À compléter : la suite.)", "… à préciser", "TODO", "To be completed")) {
            text = mark;
            assertThat(kinds()).as(mark).containsExactly(LackKind.UNFINISHED);
        }
        text = "Le comité reste à la méthode todomatique.";
        assertThat(kinds()).isEmpty();
    }

    @Test
    void lastYearsTextIsToBeWrittenUntilConfirmed() {
        takenFrom = Ids.next();
        assertThat(kinds()).containsExactly(LackKind.LAST_YEARS);
    }

    @Test
    void aTooLongTextReportsItsExcess() {
        text = "é".repeat(2_003);
        assertThat(lacks(ReportSectionKind.MEANS)).singleElement().satisfies(lack -> {
            assertThat(lack.kind()).isEqualTo(LackKind.TOO_LONG);
            assertThat(lack.arguments()).containsExactly(3, 2_000);
        });
    }

    @Test
    void aNamedPersonPreventsTheFiling() {
        named = List.of("Anouk Picard-Sioui");
        assertThat(kinds()).containsExactly(LackKind.NAMED);
        assertThat(LackKind.NAMED.blocks()).isTrue();
    }

    @Test
    void aMissedTargetNeedsAnExplanation() {
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, ""));
        assertThat(kinds()).containsExactly(LackKind.GAP);
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, "La tempête de mars."));
        assertThat(kinds()).isEmpty();
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 118, ActionState.UNDER_WAY, ""));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aTargetMayStillBeReachedUntilThePeriodHasEnded() {
        over = false;
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, ""));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aPostponedActionNeedsNoExplanation() {
        goals = List.of(goal(TargetMeasure.REALISATIONS, 4, 0, ActionState.POSTPONED, ""));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aDeliverableNeedsAProof() {
        goals = List.of(goal(TargetMeasure.DELIVERABLE, 1, 1, ActionState.DONE, ""));
        assertThat(kinds()).containsExactly(LackKind.PIECE);
        facts = List.of(shown(true));
        assertThat(kinds()).isEmpty();
        facts = List.of(shown(false));
        checked = ReportSectionPolicy.figuresOf(facts);
        assertThat(kinds()).containsExactly(LackKind.PIECE);
    }

    @Test
    void anUncountedWorkshopNeedsACheckUntilConfirmed() {
        facts = List.of(fact(12), fact(null));
        assertThat(kinds()).containsExactly(LackKind.UNCOUNTED);
        checked = ReportSectionPolicy.figuresOf(facts);
        assertThat(kinds()).isEmpty();
        facts = List.of(fact(12), fact(null), fact(9));
        assertThat(kinds()).containsExactly(LackKind.CHANGED);
    }

    @Test
    void anUnconfirmedActivityInThePastNeedsACheck() {
        open = 2;
        assertThat(lacks(ReportSectionKind.MEANS))
                .singleElement()
                .satisfies(lack -> assertThat(lack.arguments()).containsExactly(2));
    }

    @Test
    void aMissingTextOutranksAFigureAndAFigureAMissingProof() {
        text = "";
        facts = List.of(fact(null));
        goals = List.of(goal(TargetMeasure.DELIVERABLE, 1, 1, ActionState.DONE, ""));
        assertThat(kinds()).containsExactly(LackKind.NO_TEXT, LackKind.UNCOUNTED, LackKind.PIECE);
        assertThat(ReportSectionPolicy.state(lacks(ReportSectionKind.MEANS))).isEqualTo(ReportSectionState.TO_WRITE);
    }

    @Test
    void anAssessmentOfANoteIsOptionalButItsRulesApply() {
        audience = Audience.BOARD;
        text = "";
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, ""));
        facts = List.of(fact(null));
        assertThat(kinds()).isEmpty();
        text = "é".repeat(403);
        assertThat(lacks(ReportSectionKind.MEANS))
                .singleElement()
                .satisfies(lack -> assertThat(lack.arguments()).containsExactly(3, 400));
    }

    @Test
    void aLateActionNeedsAReasonButDoesNotPreventTheFiling() {
        audience = Audience.BOARD;
        standing = List.of(late(""));
        assertThat(kinds()).containsExactly(LackKind.LATE);
        assertThat(LackKind.LATE.blocks()).isFalse();
        assertThat(ReportSectionPolicy.state(lacks(ReportSectionKind.MEANS))).isEqualTo(ReportSectionState.TO_WRITE);
        standing = List.of(late("La salle a fermé."));
        assertThat(kinds()).isEmpty();
        standing = List.of(late(""));
        audience = Audience.ANNUAL;
        assertThat(kinds()).isEmpty();
    }

    private static DelayedAction late(String reason) {
        return new DelayedAction(ACTION, "Offrir des ateliers", ActionState.LATE, LocalDate.of(2026, 10, 31), reason);
    }

    private List<LackKind> kinds() {
        return lacks(ReportSectionKind.MEANS).stream().map(Lack::kind).toList();
    }

    private List<Lack> lacks(ReportSectionKind kind) {
        ReportPart part = new ReportPart(kind, MEANS, "1.2", "Ateliers", null, text, states, goals, standing);
        StoredSection written =
                StoredSection.empty(Ids.next(), new SectionRef(kind, MEANS)).text(text, takenFrom);
        return ReportSectionPolicy.lacks(new ReportSectionPolicy.AssessedSection(
                ReportShape.of(audience), part, written, facts, checked, open, named, over));
    }

    private static TargetProgress goal(
            TargetMeasure measure, int wanted, int reached, ActionState state, String explanation) {
        return new TargetProgress(
                ACTION,
                "Offrir des ateliers",
                state,
                measure,
                BigDecimal.valueOf(wanted),
                List.of(),
                null,
                BigDecimal.valueOf(reached),
                explanation);
    }

    private static ReportFact fact(@Nullable Integer count) {
        return fact(count, false);
    }

    private static ReportFact shown(boolean shown) {
        return fact(4, shown);
    }

    private static ReportFact fact(@Nullable Integer count, boolean shown) {
        return new ReportFact(
                Ids.next(),
                1,
                "Atelier",
                RealisationKind.WORKSHOP,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 1),
                null,
                count == null ? null : new ReportFact.FactParticipations(0, 0, 0, count, null),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(MEANS),
                List.of(ACTION),
                shown,
                1);
    }
}
