package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Saving an old record keeps its line of the plan, also once that plan is no longer in force. */
@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class PlanLineOptionsTest {

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanLineOptions options;

    @Test
    void offersTheLineThatTheFormHolds() {
        PlanId notInForce = plans.draftFrom(Blueprints.aSmallPlan());
        PlanLine line = plans.findLines(List.of(notInForce)).get(0);
        Option option = Option.of(line.id(), line.label());

        Form form = Form.blank().with("line", line.id());
        assertThat(options.find(form, "line")).contains(option);
        assertThat(options.findByMeans(form, "line")).contains(new OptionGroup(line.meansTitle(), List.of(option)));
        assertThat(options.find(form, "other")).doesNotContain(option);
        assertThat(options.find(Form.blank().with("line", "bonjour"), "line")).doesNotContain(option);
    }
}
