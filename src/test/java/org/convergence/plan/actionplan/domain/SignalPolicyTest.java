package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.actionplan.ActionState.DROPPED;
import static org.convergence.plan.actionplan.ActionState.NO_REQUEST;
import static org.convergence.plan.actionplan.ActionState.POSTPONED;
import static org.convergence.plan.actionplan.domain.Situations.BEGINNING;
import static org.convergence.plan.actionplan.domain.Situations.END;
import static org.convergence.plan.actionplan.domain.Situations.aFirmAction;
import static org.convergence.plan.actionplan.domain.Situations.anAction;

import java.time.LocalDate;
import java.util.Arrays;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Signal;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.junit.jupiter.api.Test;

class SignalPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 14);
    private static final LocalDate LAST_WEEK = TODAY.minusWeeks(1);
    private static final LocalDate FIVE_WEEKS_AGO = TODAY.minusWeeks(5);

    private static Signal signal(LocalDate today, Situations... actions) {
        return signal(5, BEGINNING, today, actions);
    }

    private static Signal signal(int weeks, LocalDate entered, LocalDate today, Situations... actions) {
        return new SignalPolicy(weeks, BEGINNING, entered)
                .of(Arrays.stream(actions).map(action -> action.judged(today)).toList(), today);
    }

    @Test
    void aMeansWithALateActionIsLate() {
        var late = aFirmAction().within(BEGINNING, LAST_WEEK);
        assertThat(signal(TODAY, aFirmAction().done(1, LAST_WEEK), late)).isEqualTo(Signal.LATE);
    }

    @Test
    void aMeansForWhichSomethingWasDoneOfLateIsOnTrack() {
        assertThat(signal(TODAY, aFirmAction().done(1, LAST_WEEK), aFirmAction()))
                .isEqualTo(Signal.ON_TRACK);
        assertThat(signal(TODAY, aFirmAction().done(1, FIVE_WEEKS_AGO.plusDays(1))))
                .isEqualTo(Signal.ON_TRACK);
    }

    @Test
    void aMeansForWhichNothingWasDoneForFiveWeeksIsQuiet() {
        assertThat(signal(TODAY, aFirmAction().done(2, FIVE_WEEKS_AGO))).isEqualTo(Signal.QUIET);
    }

    @Test
    void theNumberOfWeeksIsAParameter() {
        assertThat(signal(6, BEGINNING, TODAY, aFirmAction().done(2, FIVE_WEEKS_AGO)))
                .isEqualTo(Signal.ON_TRACK);
    }

    @Test
    void aFirmMeansForWhichNothingWasEverDoneIsQuietFiveWeeksAfterThePlanBegan() {
        assertThat(signal(BEGINNING.plusWeeks(5).minusDays(1), aFirmAction())).isEqualTo(Signal.NOT_BEGUN);
        assertThat(signal(BEGINNING.plusWeeks(5), aFirmAction())).isEqualTo(Signal.QUIET);
    }

    @Test
    void aPlanEnteredInMidYearIsNotQuietBeforeFiveWeeksOfIt() {
        LocalDate midYear = TODAY.minusWeeks(5);
        assertThat(signal(5, midYear.plusDays(1), TODAY, aFirmAction())).isEqualTo(Signal.NOT_BEGUN);
        assertThat(signal(5, midYear, TODAY, aFirmAction())).isEqualTo(Signal.QUIET);
        assertThat(signal(5, TODAY, TODAY, aFirmAction().done(1, FIVE_WEEKS_AGO)))
                .as("what was done before it was entered is known")
                .isEqualTo(Signal.QUIET);
    }

    @Test
    void aMeansThatWaitsForARequestOrForMoneyIsNotQuiet() {
        assertThat(signal(TODAY, anAction(Commitment.ON_REQUEST), anAction(Commitment.IF_FUNDED)))
                .isEqualTo(Signal.NOT_BEGUN);
    }

    @Test
    void aMeansThatIsPlannedForTheWeeksToComeIsNotQuiet() {
        var workshop = aFirmAction().done(1, FIVE_WEEKS_AGO).planned(TODAY.plusWeeks(3));
        assertThat(signal(TODAY, workshop)).isEqualTo(Signal.ON_TRACK);
    }

    @Test
    void aMeansWhoseWindowHasJustOpenedIsNotQuiet() {
        assertThat(signal(TODAY, aFirmAction().within(LAST_WEEK, END))).isEqualTo(Signal.NOT_BEGUN);
    }

    @Test
    void aQuarterlyActionWithinItsStepIsNotQuiet() {
        var quarterly = aFirmAction().times(4).done(1, TODAY.minusWeeks(7));
        assertThat(signal(TODAY, quarterly)).isEqualTo(Signal.ON_TRACK);
    }

    @Test
    void aFirmActionThatEndsWithinFourWeeksIsToWatch() {
        var soon = aFirmAction().within(LAST_WEEK, TODAY.plusWeeks(4));
        var later = aFirmAction().within(LAST_WEEK, TODAY.plusWeeks(4).plusDays(1));
        var target = Target.of(TargetMeasure.COPIES, 100);
        assertThat(signal(TODAY, soon)).isEqualTo(Signal.WATCH);
        assertThat(signal(TODAY, later)).isEqualTo(Signal.NOT_BEGUN);
        assertThat(signal(TODAY, soon.done(1, LAST_WEEK))).isEqualTo(Signal.ON_TRACK);
        assertThat(signal(TODAY, soon.wanting(target))).isEqualTo(Signal.WATCH);
    }

    @Test
    void aFirmActionThatMissedOneStepIsToWatch() {
        var monthly = aFirmAction().times(12).done(1, TODAY.minusMonths(1).minusDays(1));
        assertThat(signal(TODAY, monthly)).isEqualTo(Signal.WATCH);
    }

    @Test
    void aMeansWhoseKeptActionsAreDoneIsDone() {
        assertThat(signal(
                        TODAY,
                        aFirmAction().completed(LAST_WEEK),
                        aFirmAction().dropped(),
                        aFirmAction().said(POSTPONED, LAST_WEEK)))
                .isEqualTo(Signal.DONE);
    }

    @Test
    void aMeansWhoseActionsWereAllSetAsideIsAtRest() {
        var noRequest = anAction(Commitment.ON_REQUEST).said(NO_REQUEST, LAST_WEEK);
        assertThat(signal(TODAY, noRequest, aFirmAction().dropped())).isEqualTo(Signal.AT_REST);
        assertThat(noRequest.on(TODAY)).isEqualTo(NO_REQUEST);
        assertThat(aFirmAction().dropped().on(TODAY)).isEqualTo(DROPPED);
    }
}
