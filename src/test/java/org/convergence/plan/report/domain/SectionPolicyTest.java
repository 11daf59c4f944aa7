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
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Goal;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Contents.Standing;
import org.convergence.plan.report.domain.Lack.Kind;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SectionPolicyTest {

    private static final UUID MEANS = Ids.next();
    private static final UUID ACTION = Ids.next();
    private static final String TEXT = "Dix-huit ateliers ont été donnés dans sept régions.";

    private String text = TEXT;
    private @Nullable UUID takenFrom;
    private List<Fact> facts = List.of();
    private List<Goal> goals = List.of();
    private @Nullable String checked;
    private List<Standing> standing = List.of();
    private Audience audience = Audience.ANNUAL;
    private int open;
    private List<String> named = List.of();
    private boolean over = true;
    private Map<ActionState, Integer> states = Map.of(ActionState.UNDER_WAY, 1);

    @Test
    void aMeansWithItsTextAndNothingElseIsReady() {
        assertThat(kinds()).isEmpty();
        assertThat(SectionPolicy.state(List.of())).isEqualTo(SectionState.READY);
    }

    @Test
    void aMeansWithoutTextIsToBeWritten() {
        text = "  \n";
        assertThat(kinds()).containsExactly(Kind.NO_TEXT);
        assertThat(SectionPolicy.state(lacks(SectionKind.MEANS))).isEqualTo(SectionState.TO_WRITE);
    }

    @Test
    void anObjectiveMayStayWithoutText() {
        text = "";
        assertThat(lacks(SectionKind.OBJECTIVE)).isEmpty();
    }

    @Test
    void aMeansThatWasDroppedBeforeAnythingWasDoneNeedsNoText() {
        text = "";
        states = Map.of(ActionState.DROPPED, 2);
        assertThat(kinds()).isEmpty();
        facts = List.of(fact(12));
        assertThat(kinds()).containsExactly(Kind.NO_TEXT);
    }

    @Test
    void aTextThatSaysThatItIsUnfinishedIsToBeWritten() {
        for (String mark :
                List.of("Deux promotrices. (À compléter : la suite.)", "… à préciser", "TODO", "To be completed")) {
            text = mark;
            assertThat(kinds()).as(mark).containsExactly(Kind.UNFINISHED);
        }
        text = "Le comité reste à la méthode todomatique.";
        assertThat(kinds()).isEmpty();
    }

    @Test
    void lastYearsTextIsToBeWrittenUntilSomeoneSaysThatItHolds() {
        takenFrom = Ids.next();
        assertThat(kinds()).containsExactly(Kind.LAST_YEARS);
    }

    @Test
    void aTextThatIsTooLongSaysByHowMuch() {
        text = "é".repeat(2_003);
        assertThat(lacks(SectionKind.MEANS)).singleElement().satisfies(lack -> {
            assertThat(lack.kind()).isEqualTo(Kind.TOO_LONG);
            assertThat(lack.arguments()).containsExactly(3, 2_000);
        });
    }

    @Test
    void aPersonWhoIsNamedForbidsTheFiling() {
        named = List.of("Anouk Picard-Sioui");
        assertThat(kinds()).containsExactly(Kind.NAMED);
        assertThat(Kind.NAMED.blocks()).isTrue();
    }

    @Test
    void aTargetThatIsMissedAsksForAnExplanation() {
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, ""));
        assertThat(kinds()).containsExactly(Kind.GAP);
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
    void anActionThatWasPostponedHasSaidWhy() {
        goals = List.of(goal(TargetMeasure.REALISATIONS, 4, 0, ActionState.POSTPONED, ""));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aThingThatWasHandedOverIsShownBySomething() {
        goals = List.of(goal(TargetMeasure.DELIVERABLE, 1, 1, ActionState.DONE, ""));
        assertThat(kinds()).containsExactly(Kind.PIECE);
        facts = List.of(shown(true));
        assertThat(kinds()).isEmpty();
        facts = List.of(shown(false));
        checked = SectionPolicy.figuresOf(facts);
        assertThat(kinds()).containsExactly(Kind.PIECE);
    }

    @Test
    void aWorkshopThatNobodyCountedIsToBeCheckedUntilSomeoneSaysThatItIsRight() {
        facts = List.of(fact(12), fact(null));
        assertThat(kinds()).containsExactly(Kind.UNCOUNTED);
        checked = SectionPolicy.figuresOf(facts);
        assertThat(kinds()).isEmpty();
        facts = List.of(fact(12), fact(null), fact(9));
        assertThat(kinds()).containsExactly(Kind.CHANGED);
    }

    @Test
    void anActivityWhoseDayHasPassedWithoutAWordIsToBeChecked() {
        open = 2;
        assertThat(lacks(SectionKind.MEANS))
                .singleElement()
                .satisfies(lack -> assertThat(lack.arguments()).containsExactly(2));
    }

    @Test
    void aMissingTextPressesMoreThanAFigureAndAFigureMoreThanAPiece() {
        text = "";
        facts = List.of(fact(null));
        goals = List.of(goal(TargetMeasure.DELIVERABLE, 1, 1, ActionState.DONE, ""));
        assertThat(kinds()).containsExactly(Kind.NO_TEXT, Kind.UNCOUNTED, Kind.PIECE);
        assertThat(SectionPolicy.state(lacks(SectionKind.MEANS))).isEqualTo(SectionState.TO_WRITE);
    }

    @Test
    void anAssessmentOfANoteMayStayEmptyAndOnlyItsBrokenRulesAreLookedFor() {
        audience = Audience.BOARD;
        text = "";
        goals = List.of(goal(TargetMeasure.PARTICIPATIONS, 100, 88, ActionState.UNDER_WAY, ""));
        facts = List.of(fact(null));
        assertThat(kinds()).isEmpty();
        text = "é".repeat(403);
        assertThat(lacks(SectionKind.MEANS))
                .singleElement()
                .satisfies(lack -> assertThat(lack.arguments()).containsExactly(3, 400));
    }

    @Test
    void anActionThatIsLateAsksWhyAndForbidsNothing() {
        audience = Audience.BOARD;
        standing = List.of(late(""));
        assertThat(kinds()).containsExactly(Kind.LATE);
        assertThat(Kind.LATE.blocks()).isFalse();
        assertThat(SectionPolicy.state(lacks(SectionKind.MEANS))).isEqualTo(SectionState.TO_WRITE);
        standing = List.of(late("La salle a fermé."));
        assertThat(kinds()).isEmpty();
        standing = List.of(late(""));
        audience = Audience.ANNUAL;
        assertThat(kinds()).isEmpty();
    }

    private static Standing late(String reason) {
        return new Standing(ACTION, "Offrir des ateliers", ActionState.LATE, LocalDate.of(2026, 10, 31), reason);
    }

    private List<Kind> kinds() {
        return lacks(SectionKind.MEANS).stream().map(Lack::kind).toList();
    }

    private List<Lack> lacks(SectionKind kind) {
        Part part = new Part(kind, MEANS, "1.2", "Ateliers", null, text, states, goals, standing);
        Written written =
                Written.nothing(Ids.next(), new SectionRef(kind, MEANS)).text(text, takenFrom);
        return SectionPolicy.lacks(
                new SectionPolicy.Judged(AudienceShape.of(audience), part, written, facts, checked, open, named, over));
    }

    private static Goal goal(TargetMeasure measure, int wanted, int reached, ActionState state, String explanation) {
        return new Goal(
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

    private static Fact fact(@Nullable Integer count) {
        return fact(count, false);
    }

    private static Fact shown(boolean shown) {
        return fact(4, shown);
    }

    private static Fact fact(@Nullable Integer count, boolean shown) {
        return new Fact(
                Ids.next(),
                1,
                "Atelier",
                RealisationKind.WORKSHOP,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 1),
                null,
                count == null ? null : new Fact.Count(0, 0, 0, count, null),
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
