package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.actionplan.ActionState.DONE;
import static org.convergence.plan.actionplan.ActionState.DROPPED;
import static org.convergence.plan.actionplan.ActionState.LATE;
import static org.convergence.plan.actionplan.ActionState.NO_REQUEST;
import static org.convergence.plan.actionplan.ActionState.POSTPONED;
import static org.convergence.plan.actionplan.ActionState.TO_COME;
import static org.convergence.plan.actionplan.ActionState.UNDER_WAY;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.END;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.aFirmAction;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.anAction;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.TargetMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatePolicyTest {

    private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 15);
    private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 30);
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 14);
    private static final LocalDate AFTER = END.plusDays(1);

    @Test
    void actionWithoutRealisationIsNotStarted() {
        assertThat(aFirmAction().on(JANUARY)).isEqualTo(TO_COME);
    }

    @Test
    void plannedActionIsNotStarted() {
        assertThat(aFirmAction().planned(JANUARY.plusDays(3)).on(JANUARY)).isEqualTo(TO_COME);
    }

    @Test
    void actionWithRealisationIsUnderWay() {
        assertThat(aFirmAction().done(1, OCTOBER).on(JANUARY)).isEqualTo(UNDER_WAY);
    }

    @Test
    void firmActionIsLateAfterItsWindow() {
        var action = aFirmAction().within(OCTOBER, NOVEMBER);
        assertThat(action.on(NOVEMBER)).isEqualTo(TO_COME);
        assertThat(action.on(NOVEMBER.plusDays(1))).isEqualTo(LATE);
    }

    @Test
    void actionWithoutWindowEndsWithThePlan() {
        assertThat(aFirmAction().on(END)).isEqualTo(TO_COME);
        assertThat(aFirmAction().on(AFTER)).isEqualTo(LATE);
    }

    @ParameterizedTest
    @EnumSource(value = Commitment.class, mode = EnumSource.Mode.EXCLUDE, names = "FIRM")
    void onlyAFirmActionIsLate(Commitment conditional) {
        assertThat(anAction(conditional).within(OCTOBER, NOVEMBER).on(JANUARY)).isEqualTo(TO_COME);
        assertThat(anAction(conditional).times(12).on(AFTER)).isEqualTo(TO_COME);
    }

    @Test
    void actionWithoutTargetIsDoneAfterItsTimeWithARealisation() {
        var action = aFirmAction().within(OCTOBER, NOVEMBER).done(1, OCTOBER);
        assertThat(action.on(NOVEMBER)).isEqualTo(UNDER_WAY);
        assertThat(action.on(NOVEMBER.plusDays(1))).isEqualTo(DONE);
    }

    @Test
    void aTargetIsComparedWithItsOwnMeasureOnly() {
        var manyPeople = new ActionEvidence(1, OCTOBER, null, 500, 3, new BigDecimal("12.5"), 0, Map.of());
        assertThat(aFirmAction()
                        .wanting(ActionTarget.of(TargetMeasure.PARTICIPATIONS, 500))
                        .with(manyPeople)
                        .on(JANUARY))
                .isEqualTo(DONE);
        for (TargetMeasure other : List.of(
                TargetMeasure.REALISATIONS, TargetMeasure.ORGANISATIONS, TargetMeasure.HOURS, TargetMeasure.COPIES)) {
            assertThat(aFirmAction()
                            .wanting(ActionTarget.of(other, 500))
                            .with(manyPeople)
                            .on(JANUARY))
                    .as(other.name())
                    .isEqualTo(UNDER_WAY);
        }
    }

    @Test
    void aTargetOfGivenKindsCountsThoseKindsOnly() {
        var target =
                new ActionTarget(TargetMeasure.REALISATIONS, BigDecimal.valueOf(3), List.of("WORKSHOP", "TALK"), null);
        var action = aFirmAction().wanting(target);
        action.with(evidence(4, OCTOBER, null, Map.of("WORKSHOP", 2, "MEETING", 2)));
        assertThat(action.on(JANUARY)).isEqualTo(UNDER_WAY);
        action.with(evidence(5, OCTOBER, null, Map.of("WORKSHOP", 2, "MEETING", 2, "TALK", 1)));
        assertThat(action.on(JANUARY)).isEqualTo(DONE);
    }

    @Test
    void firmActionIsLateIfItsTargetIsNotReachedInTime() {
        var action = aFirmAction()
                .wanting(ActionTarget.of(TargetMeasure.REALISATIONS, 3))
                .within(OCTOBER, NOVEMBER)
                .done(2, OCTOBER);
        assertThat(action.on(NOVEMBER)).isEqualTo(UNDER_WAY);
        assertThat(action.on(JANUARY)).isEqualTo(LATE);
    }

    @Test
    void deliverableIsDoneOnItsDeliveryDay() {
        var action = aFirmAction()
                .wanting(ActionTarget.of(TargetMeasure.DELIVERABLE, 1))
                .done(9, OCTOBER);
        assertThat(action.on(JANUARY)).isEqualTo(UNDER_WAY);
        assertThat(action.completed(JANUARY).on(JANUARY.minusDays(1))).isEqualTo(UNDER_WAY);
        assertThat(action.completed(JANUARY).on(JANUARY)).isEqualTo(DONE);
    }

    @Test
    void aMonthlyActionIsLateAfterTwoMissedSteps() {
        var bulletin = aFirmAction().times(12).done(1, OCTOBER);
        assertThat(bulletin.on(OCTOBER.plusMonths(2))).isEqualTo(UNDER_WAY);
        assertThat(bulletin.on(OCTOBER.plusMonths(2).plusDays(1))).isEqualTo(LATE);
    }

    @Test
    void rhythmCountsFromTheDayItWasSet() {
        var bulletin = aFirmAction().times(12, JANUARY);
        assertThat(bulletin.on(JANUARY)).isEqualTo(TO_COME);
        assertThat(bulletin.on(JANUARY.plusMonths(2).plusDays(1))).isEqualTo(LATE);
    }

    @Test
    void rhythmFollowedToTheEndIsDone() {
        var bulletin = aFirmAction().times(12).done(11, END.minusDays(20));
        assertThat(bulletin.on(END)).isEqualTo(UNDER_WAY);
        assertThat(bulletin.on(AFTER.plusYears(3))).isEqualTo(DONE);
    }

    @Test
    void abandonedRhythmIsLateAtTheEnd() {
        assertThat(aFirmAction().times(12).done(4, JANUARY).on(AFTER)).isEqualTo(LATE);
    }

    @Test
    void manualStateOverridesComputedState() {
        assertThat(aFirmAction()
                        .within(OCTOBER, NOVEMBER)
                        .said(POSTPONED, OCTOBER)
                        .on(JANUARY))
                .isEqualTo(POSTPONED);
        assertThat(anAction(Commitment.ON_REQUEST).said(NO_REQUEST, NOVEMBER).on(JANUARY))
                .isEqualTo(NO_REQUEST);
    }

    @Test
    void laterRealisationVoidsManualState() {
        var workshop = anAction(Commitment.ON_REQUEST).said(NO_REQUEST, NOVEMBER);
        assertThat(workshop.done(1, NOVEMBER).on(JANUARY)).isEqualTo(NO_REQUEST);
        assertThat(workshop.done(1, NOVEMBER.plusDays(1)).on(JANUARY)).isEqualTo(UNDER_WAY);
    }

    @Test
    void droppedActionStaysDroppedDespiteRealisations() {
        assertThat(aFirmAction().dropped().done(3, JANUARY).completed(JANUARY).on(AFTER))
                .isEqualTo(DROPPED);
    }

    @Test
    void actionIsDoneOnceItsRemainingSubActionsAre() {
        assertThat(aFirmAction().parts(DONE, DROPPED, POSTPONED).on(JANUARY)).isEqualTo(DONE);
        assertThat(aFirmAction().parts(DONE, TO_COME).on(JANUARY)).isEqualTo(UNDER_WAY);
        assertThat(aFirmAction().parts(TO_COME, TO_COME).on(JANUARY)).isEqualTo(TO_COME);
        assertThat(aFirmAction().parts(DROPPED, POSTPONED).on(JANUARY)).isEqualTo(TO_COME);
    }
}
