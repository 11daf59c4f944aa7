package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The draft of a small plan, and what decides on it. */
abstract class SmallPlanFixture {

    @Autowired
    ActionPlans plans;

    @Autowired
    PlanDraftService drafting;

    @Autowired
    PlanAdoptionService adoption;

    @Autowired
    PlanAmendmentService amending;

    @Autowired
    ActionFollowUpService followingUp;

    @Autowired
    JdbcClient jdbc;

    static final Decision BY_THE_ASSEMBLY = new Decision("AGA", LocalDate.of(2024, 9, 30), "AGA-2024-09-04", null);
    static final AmendmentNote DECIDED =
            new AmendmentNote(LocalDate.of(2025, 1, 28), "Une subvention a pris fin", "CA-2025-01-07");

    PlanId plan = new PlanId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        plan = plans.draftFrom(Blueprints.aSmallPlan());
    }
}
