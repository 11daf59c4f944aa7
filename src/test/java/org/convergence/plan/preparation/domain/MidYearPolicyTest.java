package org.convergence.plan.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.MidYearPolicy.YearAhead;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.LineAtRisk;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.RiskReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which actions will not be done, seen from the middle of the year (R-YEAR-2). */
class MidYearPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private int lines;

    @Test
    void tellsWhyAnActionWillNotBeDone() {
        ActionProgress quiet = action(Commitment.FIRM, ActionState.TO_COME, 0, null);
        ActionProgress unasked = action(Commitment.ON_REQUEST, ActionState.TO_COME, 0, null);
        ActionProgress late = action(Commitment.FIRM, ActionState.LATE, 1, null);
        ActionProgress slow = action(Commitment.FIRM, ActionState.UNDER_WAY, 3, target(12));
        ActionProgress onPace = action(Commitment.FIRM, ActionState.UNDER_WAY, 5, target(12));
        ActionProgress aside = action(Commitment.FIRM, ActionState.POSTPONED, 0, null);
        List<LineAtRisk> found = review(null, Map.of(), quiet, unasked, late, slow, onPace, aside);
        assertThat(found)
                .extracting(LineAtRisk::reason)
                .containsExactly(RiskReason.NOT_BEGUN, RiskReason.NOT_ASKED, RiskReason.LATE, RiskReason.BEHIND);
        assertThat(found.get(3).expected()).isEqualByComparingTo("6");
    }

    @Test
    void actionWithADayOfItsOwnToComeIsLeftAlone() {
        ActionProgress spring = action(Commitment.FIRM, ActionState.TO_COME, 0, null);
        assertThat(review(null, Map.of(spring.line().id(), work(spring, null, TODAY.plusDays(60))), spring))
                .isEmpty();
        var byMarch = new PlannedWork(
                spring.line(), spring.state(), null, TODAY.minusDays(90), TODAY.plusDays(60), null, List.of(), null);
        assertThat(review(null, Map.of(spring.line().id(), byMarch), spring)).isEmpty();
    }

    @Test
    void hoursThatAreLeftGoToActionsInTheirOrder() {
        ActionProgress first = action(Commitment.IF_CAPACITY_ALLOWS, ActionState.UNDER_WAY, 1, null);
        ActionProgress second = action(Commitment.IF_CAPACITY_ALLOWS, ActionState.UNDER_WAY, 1, null);
        ActionProgress firm = action(Commitment.FIRM, ActionState.UNDER_WAY, 1, null);
        Map<ActionId, PlannedWork> work = Map.of(
                first.line().id(), work(first, EffortSize.M, TODAY),
                second.line().id(), work(second, EffortSize.M, TODAY),
                firm.line().id(), work(firm, EffortSize.XL, TODAY));
        assertThat(review(new BigDecimal("30"), work, first, second, firm))
                .extracting(each -> each.action().line().id())
                .containsExactly(second.line().id());
        assertThat(review(null, work, first, second, firm)).isEmpty();
    }

    private static List<LineAtRisk> review(
            @Nullable BigDecimal left, Map<ActionId, PlannedWork> work, ActionProgress... actions) {
        return MidYearPolicy.findAtRisk(List.of(actions), new YearAhead(work, left, 50, TODAY, TODAY.plusDays(180)));
    }

    private static PlannedWork work(ActionProgress action, @Nullable EffortSize effort, LocalDate from) {
        return new PlannedWork(action.line(), action.state(), effort, from, null, null, List.of(), null);
    }

    private static ActionTarget target(int number) {
        return ActionTarget.of(TargetMeasure.REALISATIONS, number);
    }

    private ActionProgress action(Commitment commitment, ActionState state, int done, @Nullable ActionTarget target) {
        var line = new PlanLine(
                new ActionId(new UUID(1, ++lines)),
                new PlanId(new UUID(0, 1)),
                new ObjectiveId(new UUID(0, 2)),
                new MeansId(new UUID(0, 3)),
                null,
                "1.1",
                "Action",
                "Action",
                "Objectif",
                "Moyen",
                null,
                commitment,
                false);
        var evidence = new ActionEvidence(
                done, done == 0 ? null : TODAY.minusDays(9), null, 0, 0, BigDecimal.ZERO, 0, Map.of("WORKSHOP", done));
        return new ActionProgress(line, state, null, null, false, evidence, target, List.of());
    }
}
