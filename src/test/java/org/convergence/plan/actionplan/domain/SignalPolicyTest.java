package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.actionplan.ActionState.DROPPED;
import static org.convergence.plan.actionplan.ActionState.NO_REQUEST;
import static org.convergence.plan.actionplan.ActionState.POSTPONED;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.BEGINNING;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.END;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.aFirmAction;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.anAction;

import java.time.LocalDate;
import java.util.Arrays;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.TargetMeasure;
import org.junit.jupiter.api.Test;

class SignalPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 14);
    private static final LocalDate LAST_WEEK = TODAY.minusWeeks(1);
    private static final LocalDate FIVE_WEEKS_AGO = TODAY.minusWeeks(5);

    private static MeansSignal signal(LocalDate today, ActionSituationBuilder... actions) {
        return signal(5, BEGINNING, today, actions);
    }

    private static MeansSignal signal(
            int weeks, LocalDate entered, LocalDate today, ActionSituationBuilder... actions) {
        return new SignalPolicy(weeks, BEGINNING, entered)
                .signalOf(
                        Arrays.stream(actions)
                                .map(action -> action.judged(today))
                                .toList(),
                        today);
    }

    @Test
    void aMeansWithALateActionIsLate() {
        var late = aFirmAction().within(BEGINNING, LAST_WEEK);
        assertThat(signal(TODAY, aFirmAction().done(1, LAST_WEEK), late)).isEqualTo(MeansSignal.LATE);
    }

    @Test
    void meansWithRecentRealisationIsOnTrack() {
        assertThat(signal(TODAY, aFirmAction().done(1, LAST_WEEK), aFirmAction()))
                .isEqualTo(MeansSignal.ON_TRACK);
        assertThat(signal(TODAY, aFirmAction().done(1, FIVE_WEEKS_AGO.plusDays(1))))
                .isEqualTo(MeansSignal.ON_TRACK);
    }

    @Test
    void meansWithoutRealisationForFiveWeeksIsQuiet() {
        assertThat(signal(TODAY, aFirmAction().done(2, FIVE_WEEKS_AGO))).isEqualTo(MeansSignal.QUIET);
    }

    @Test
    void theNumberOfWeeksIsAParameter() {
        assertThat(signal(6, BEGINNING, TODAY, aFirmAction().done(2, FIVE_WEEKS_AGO)))
                .isEqualTo(MeansSignal.ON_TRACK);
    }

    @Test
    void firmMeansWithoutRealisationIsQuietFiveWeeksAfterStart() {
        assertThat(signal(BEGINNING.plusWeeks(5).minusDays(1), aFirmAction())).isEqualTo(MeansSignal.NOT_BEGUN);
        assertThat(signal(BEGINNING.plusWeeks(5), aFirmAction())).isEqualTo(MeansSignal.QUIET);
    }

    @Test
    void planEnteredInMidYearIsQuietOnlyAfterFiveWeeks() {
        LocalDate midYear = TODAY.minusWeeks(5);
        assertThat(signal(5, midYear.plusDays(1), TODAY, aFirmAction())).isEqualTo(MeansSignal.NOT_BEGUN);
        assertThat(signal(5, midYear, TODAY, aFirmAction())).isEqualTo(MeansSignal.QUIET);
        assertThat(signal(5, TODAY, TODAY, aFirmAction().done(1, FIVE_WEEKS_AGO)))
                .as("counts what was done before the plan was entered")
                .isEqualTo(MeansSignal.QUIET);
    }

    @Test
    void meansAwaitingRequestOrMoneyIsNotQuiet() {
        assertThat(signal(TODAY, anAction(Commitment.ON_REQUEST), anAction(Commitment.IF_FUNDED)))
                .isEqualTo(MeansSignal.NOT_BEGUN);
    }

    @Test
    void meansPlannedForComingWeeksIsNotQuiet() {
        var workshop = aFirmAction().done(1, FIVE_WEEKS_AGO).planned(TODAY.plusWeeks(3));
        assertThat(signal(TODAY, workshop)).isEqualTo(MeansSignal.ON_TRACK);
    }

    @Test
    void meansWithNewlyOpenedWindowIsNotQuiet() {
        assertThat(signal(TODAY, aFirmAction().within(LAST_WEEK, END))).isEqualTo(MeansSignal.NOT_BEGUN);
    }

    @Test
    void aQuarterlyActionWithinItsStepIsNotQuiet() {
        var quarterly = aFirmAction().times(4).done(1, TODAY.minusWeeks(7));
        assertThat(signal(TODAY, quarterly)).isEqualTo(MeansSignal.ON_TRACK);
    }

    @Test
    void firmActionEndingWithinFourWeeksNeedsAttention() {
        var soon = aFirmAction().within(LAST_WEEK, TODAY.plusWeeks(4));
        var later = aFirmAction().within(LAST_WEEK, TODAY.plusWeeks(4).plusDays(1));
        var target = ActionTarget.of(TargetMeasure.COPIES, 100);
        assertThat(signal(TODAY, soon)).isEqualTo(MeansSignal.WATCH);
        assertThat(signal(TODAY, later)).isEqualTo(MeansSignal.NOT_BEGUN);
        assertThat(signal(TODAY, soon.done(1, LAST_WEEK))).isEqualTo(MeansSignal.ON_TRACK);
        assertThat(signal(TODAY, soon.wanting(target))).isEqualTo(MeansSignal.WATCH);
    }

    @Test
    void firmActionWithOneMissedStepNeedsAttention() {
        var monthly = aFirmAction().times(12).done(1, TODAY.minusMonths(1).minusDays(1));
        assertThat(signal(TODAY, monthly)).isEqualTo(MeansSignal.WATCH);
    }

    @Test
    void meansIsDoneOnceItsRemainingActionsAre() {
        assertThat(signal(
                        TODAY,
                        aFirmAction().completed(LAST_WEEK),
                        aFirmAction().dropped(),
                        aFirmAction().said(POSTPONED, LAST_WEEK)))
                .isEqualTo(MeansSignal.DONE);
    }

    @Test
    void meansWithOnlySuspendedActionsIsAtRest() {
        var noRequest = anAction(Commitment.ON_REQUEST).said(NO_REQUEST, LAST_WEEK);
        assertThat(signal(TODAY, noRequest, aFirmAction().dropped())).isEqualTo(MeansSignal.AT_REST);
        assertThat(noRequest.on(TODAY)).isEqualTo(NO_REQUEST);
        assertThat(aFirmAction().dropped().on(TODAY)).isEqualTo(DROPPED);
    }
}
