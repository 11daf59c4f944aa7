package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.CarriedForward;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
@ExtendWith(ByCoordinator.class)
class CarriedForwardTest {

    @Autowired
    private ActionPlans plans;

    @Autowired
    private HowTo howTo;

    @Autowired
    private List<CarriedForward> carried;

    @Test
    void howALineIsDoneFollowsItIntoTheNextPlan() {
        ActionId now = firstLine();
        ActionId next = firstLine();
        howTo.write(now, 0, "Appeler le syndicat **avant** la date.");
        carried.forEach(each -> each.carry(Map.of(now, next)));
        assertThat(howTo.of(next)).contains(new HowTo.Text(1, "Appeler le syndicat **avant** la date."));
        assertThat(howTo.of(now)).isPresent();
    }

    private ActionId firstLine() {
        return plans.lines(List.of(plans.draftFrom(Blueprints.aSmallPlan()))).stream()
                .map(PlanLine::id)
                .findFirst()
                .orElseThrow();
    }
}
