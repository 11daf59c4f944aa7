package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.actionplan.domain.ActionSituationBuilder.BEGINNING;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts.Rhythm;

class StatePolicyProperties {

    @Property
    void onlyFirmLinesAreLate(
            @ForAll Commitment commitment,
            @ForAll @IntRange(max = 800) int day,
            @ForAll @IntRange(max = 800) int last,
            @ForAll @IntRange(max = 5) int done,
            @ForAll @IntRange(min = 1, max = 52) int times) {
        Assume.that(commitment != Commitment.FIRM);
        var action = ActionSituationBuilder.anAction(commitment).times(times);
        if (done > 0) {
            action.done(done, BEGINNING.plusDays(last));
        }
        assertThat(action.on(BEGINNING.plusDays(day))).isNotEqualTo(ActionState.LATE);
    }

    @Property
    void moreRealisationsNeverReopenADoneAction(
            @ForAll @IntRange(min = 1, max = 20) int wanted,
            @ForAll @IntRange(min = 1, max = 20) int done,
            @ForAll @IntRange(max = 20) int more,
            @ForAll @IntRange(max = 800) int day) {
        LocalDate today = BEGINNING.plusDays(day);
        var target = ActionTarget.of(TargetMeasure.REALISATIONS, wanted);
        var before = ActionSituationBuilder.aFirmAction()
                .wanting(target)
                .done(done, BEGINNING)
                .on(today);
        var after = ActionSituationBuilder.aFirmAction()
                .wanting(target)
                .done(done + more, BEGINNING)
                .on(today);
        if (before == ActionState.DONE) {
            assertThat(after).isEqualTo(ActionState.DONE);
        }
    }

    @Property
    void stepsAreMissedOneAfterTheOther(
            @ForAll @IntRange(min = 1, max = 52) int times, @ForAll @IntRange(max = 364) int days) {
        var rhythm = new Rhythm(times, BEGINNING);
        int today = rhythm.missedSteps(BEGINNING, BEGINNING.plusDays(days));
        int tomorrow = rhythm.missedSteps(BEGINNING, BEGINNING.plusDays(days + 1));
        assertThat(tomorrow - today).isBetween(0, 1);
        assertThat(today).isLessThanOrEqualTo(times);
    }
}
