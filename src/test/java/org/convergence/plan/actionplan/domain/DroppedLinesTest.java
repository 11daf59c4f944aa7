package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Dropping a line drops its sub-lines, and restoring it restores only those. */
@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class DroppedLinesTest {

    private static final LocalDate THE_DAY = LocalDate.of(2025, 1, 28);
    private static final AmendmentNote NO_MONEY = new AmendmentNote(THE_DAY, "La subvention a été refusée", null);
    private static final AmendmentNote NO_HANDS = new AmendmentNote(THE_DAY, "Un départ dans l’équipe", null);

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanAdoptionService adoption;

    @Autowired
    private PlanAmendmentService amending;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private UUID means = new UUID(0, 0);
    private UUID action = new UUID(0, 0);

    @BeforeEach
    void anAdoptedPlan() {
        plan = plans.draftFrom(Blueprints.aSmallPlan());
        adoption.adopt(plan, 1, new Decision("AGA", LocalDate.of(2024, 9, 30), null, null));
        PlanTree.MeansNode workshops =
                plans.tree(plan).objectives().get(0).means().get(0);
        means = workshops.id();
        action = workshops.actions().get(0).id();
    }

    @Test
    void restoredMeansLeavesLinesDroppedByOtherDecisions() {
        amending.drop(plan, LineLevel.ACTION, action, NO_MONEY);
        amending.drop(plan, LineLevel.MEANS, means, NO_HANDS);
        amending.restore(plan, LineLevel.MEANS, means, NO_HANDS);
        assertThat(texts()).containsExactly("Créer un atelier avec les membres.");
    }

    @Test
    void refusesToRestoreLineUnderDroppedLine() {
        amending.drop(plan, LineLevel.ACTION, action, NO_MONEY);
        amending.drop(plan, LineLevel.MEANS, means, NO_HANDS);
        assertThatThrownBy(() -> amending.restore(plan, LineLevel.ACTION, action, NO_MONEY))
                .hasMessage("actionplan.refused.under-dropped");
    }

    @Test
    void refusesToAddLineUnderDroppedLine() {
        UUID elsewhere = plans.tree(plan)
                .objectives()
                .get(1)
                .means()
                .get(0)
                .actions()
                .get(0)
                .id();
        UUID objective = plans.tree(plan).objectives().get(0).id();
        amending.drop(plan, LineLevel.MEANS, means, NO_HANDS);
        var words = new LineWording.ActionWording(null, null, "Un atelier de plus.", Commitment.FIRM, List.of(), null);
        assertThatThrownBy(() -> amending.add(plan, LinePosition.under(means), words, NO_HANDS))
                .hasMessage("actionplan.refused.under-dropped");
        assertThatThrownBy(() -> amending.move(plan, LineLevel.ACTION, elsewhere, LinePosition.under(means), NO_HANDS))
                .hasMessage("actionplan.refused.under-dropped");
        assertThatThrownBy(() -> amending.add(plan, new LinePosition(means, action, null), words, NO_HANDS))
                .hasMessage("actionplan.refused.under-dropped");
        amending.drop(plan, LineLevel.OBJECTIVE, objective, NO_HANDS);
        assertThatThrownBy(() -> amending.restore(plan, LineLevel.MEANS, means, NO_HANDS))
                .hasMessage("actionplan.refused.under-dropped");
    }

    private List<String> texts() {
        return plans.tree(plan).objectives().get(0).means().get(0).actions().stream()
                .map(PlanTree.ActionNode::text)
                .toList();
    }
}
