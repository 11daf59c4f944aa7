package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanAdopted;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a plan's status: adopted by a body, closed at its end; each step can be undone while nothing depends on it.
 */
@Service
@Transactional
@Requires(ActionPlanPermissions.ADOPT)
public class PlanAdoptionService {

    private final PlanLineRepository store;
    private final PlanContentsQueries contents;
    private final JdbcClient jdbc;
    private final OrganisationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanAdoptionService(
            PlanLineRepository store,
            PlanContentsQueries contents,
            JdbcClient jdbc,
            OrganisationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Records that a body adopted the plan; the whole current text is stored. */
    public void adopt(PlanId id, int version, Decision decision) {
        if (store.lockPlan(id).status() != PlanStatus.DRAFT) {
            throw new Refused("actionplan.refused.adopted-already");
        }
        Plan plan = store.findPlan(id, version);
        if (plan.periodFrom() == null || plan.periodTo() == null) {
            throw new Refused("actionplan.refused.no-period");
        }
        if (decision.date().isAfter(settings.today())) {
            throw new Refused("actionplan.refused.adopted-in-future");
        }
        store.update(plan.adopted(decision));
        jdbc.sql("INSERT INTO plan.actionplan_adopted_text (plan, adopted_at, tree) VALUES (?, ?, ?::jsonb)")
                .params(
                        id.value(),
                        java.sql.Timestamp.from(clock.instant()),
                        Json.of(contents.tree(id)).toString())
                .update();
        events.publishEvent(new PlanAdopted(id.value(), decision.date()));
    }

    /** Undoes an adoption recorded by mistake; refused once there are amendments. */
    public void undoAdoption(PlanId id) {
        Plan plan = store.lockPlan(id);
        requireAdopted(plan);
        boolean amended = jdbc.sql("SELECT EXISTS (SELECT FROM plan.actionplan_amendment WHERE plan = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (amended) {
            throw new Refused("actionplan.refused.amended");
        }
        jdbc.sql("DELETE FROM plan.actionplan_adopted_text WHERE plan = ?")
                .param(id.value())
                .update();
        store.update(plan.backToDraft());
    }

    /** Closes a plan: its states stay as of that day. */
    public void close(PlanId id, LocalDate on) {
        Plan plan = store.lockPlan(id);
        requireAdopted(plan);
        if (on.isAfter(settings.today())) {
            throw new Refused("actionplan.refused.closed-in-future");
        }
        store.update(plan.closed(on));
    }

    /** Reopens a closed plan. */
    public void reopen(PlanId id) {
        Plan plan = store.lockPlan(id);
        if (plan.status() != PlanStatus.CLOSED) {
            throw new Refused("actionplan.refused.not-closed");
        }
        store.update(plan.reopened());
    }

    private static void requireAdopted(Plan plan) {
        if (plan.status() != PlanStatus.ADOPTED) {
            throw new Refused(
                    plan.status() == PlanStatus.CLOSED ? "actionplan.refused.closed" : "actionplan.refused.draft");
        }
    }
}
