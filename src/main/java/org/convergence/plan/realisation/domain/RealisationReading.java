package org.convergence.plan.realisation.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.Source;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.realisation.WorkedHours.Worked;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One realisation with all its data. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.READ)
public class RealisationReading {

    private static final int CHANGES = 50;

    private final RealisationStore store;
    private final Links links;
    private final People people;
    private final ActionPlans plans;
    private final AuditTrail audit;
    private final Clock clock;

    RealisationReading(
            RealisationStore store, Links links, People people, ActionPlans plans, AuditTrail audit, Clock clock) {
        this.store = store;
        this.links = links;
        this.people = people;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A realisation with its current values.
     *
     * @param amounts its hours are the estimate
     * @param worked the hours entered, which replace the estimate
     * @param withdrawnReason {@code null} unless it is withdrawn
     */
    public record Whole(
            RealisationId id,
            int version,
            RealisationState state,
            Happening happening,
            Amounts amounts,
            Worked worked,
            Telling telling,
            @Nullable Source source,
            @Nullable String withdrawnReason) {}

    /** What the current actor may do with it. */
    public record Rights(boolean correct, boolean takeBack) {}

    /** The lines of one plan that are served. */
    public record Served(PlanSummary plan, List<PlanLine> lines) {}

    public Whole one(RealisationId id) {
        Realisation it = load(id);
        return new Whole(
                id,
                it.version(),
                it.state(),
                it.happening(links.organisations(id.value())),
                it.amounts(),
                links.worked(id.value()),
                new Telling(
                        links.actions(id.value()),
                        it.story().narrative(),
                        it.story().links()),
                it.origin().source(),
                it.withdrawnReason());
    }

    /**
     * A realisation for its correction form.
     *
     * @throws AccessDeniedException if the actor may not correct it
     * @throws Refused if it is withdrawn
     */
    public Whole toCorrect(RealisationId id) {
        Whole it = one(id);
        if (!rights(id).correct()) {
            throw new AccessDeniedException("Recorded by someone else");
        }
        if (it.state() == RealisationState.WITHDRAWN) {
            throw new Refused("realisation.withdrawn-first");
        }
        return it;
    }

    public Rights rights(RealisationId id) {
        Actor actor = CurrentActor.get();
        Realisation it = load(id);
        UUID by = it.origin().recordedBy();
        Instant at = it.origin().recordedAt();
        return new Rights(
                RecordingPolicy.mayCorrect(actor, by), RecordingPolicy.mayTakeBack(actor, by, at, clock.instant()));
    }

    /** The names of the participating organisations, in order. */
    public List<OrganisationName> organisations(Whole it) {
        return people.organisationNames(it.happening().organisations()).values().stream()
                .sorted(Comparator.comparing(OrganisationName::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The lines served, by plan. */
    public List<Served> served(Whole it) {
        Map<ActionId, PlanLine> lines = plans.linesOf(it.telling().actions());
        Map<PlanId, List<PlanLine>> byPlan = lines.values().stream()
                .collect(Collectors.groupingBy(PlanLine::plan, LinkedHashMap::new, Collectors.toList()));
        List<Served> served = new ArrayList<>();
        if (!byPlan.isEmpty()) {
            for (PlanSummary plan : plans.all()) {
                List<PlanLine> of = byPlan.getOrDefault(plan.id(), List.of());
                if (!of.isEmpty()) {
                    served.add(new Served(plan, of));
                }
            }
        }
        return served;
    }

    /** Its changes, the newest first. */
    public List<AuditEntry> changes(RealisationId id) {
        return audit.of(Realisation.TABLE, id.value(), CHANGES);
    }

    /** Its columns at a version; empty if the audit does not reach back to it. */
    public Json columnsAt(RealisationId id, int version) {
        return audit.rowAt(Realisation.TABLE, id.value(), version).orElseGet(Json::empty);
    }

    private Realisation load(RealisationId id) {
        return store.findById(id.value()).orElseThrow(() -> new NotFound("realisation"));
    }
}
