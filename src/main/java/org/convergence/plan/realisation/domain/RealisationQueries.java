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
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.WorkedHours.WorkedHoursSum;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One realisation with all its data. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.READ)
public class RealisationQueries {

    private static final int CHANGES = 50;

    private final RealisationRepository store;
    private final RealisationLinkRepository links;
    private final PeopleDirectory people;
    private final ActionPlans plans;
    private final AuditTrail audit;
    private final Clock clock;

    RealisationQueries(
            RealisationRepository store,
            RealisationLinkRepository links,
            PeopleDirectory people,
            ActionPlans plans,
            AuditTrail audit,
            Clock clock) {
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
    public record FullRealisation(
            RealisationId id,
            int version,
            RealisationState state,
            RealisationDetails happening,
            Amounts amounts,
            WorkedHoursSum worked,
            PlanAttribution telling,
            @Nullable RealisationSource source,
            @Nullable String withdrawnReason) {}

    /** What the current actor may do with it. */
    public record RealisationRights(boolean correct, boolean takeBack) {}

    /** The lines of one plan that are served. */
    public record ServedPlan(PlanSummary plan, List<PlanLine> lines) {}

    public FullRealisation findById(RealisationId id) {
        Realisation it = load(id);
        return new FullRealisation(
                id,
                it.version(),
                it.state(),
                it.happening(links.organisations(id.value())),
                it.amounts(),
                links.worked(id.value()),
                new PlanAttribution(
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
    public FullRealisation findForCorrection(RealisationId id) {
        FullRealisation it = findById(id);
        if (!rights(id).correct()) {
            throw new AccessDeniedException("Recorded by someone else");
        }
        if (it.state() == RealisationState.WITHDRAWN) {
            throw new Refused("realisation.withdrawn-first");
        }
        return it;
    }

    public RealisationRights rights(RealisationId id) {
        Actor actor = CurrentActor.get();
        Realisation it = load(id);
        UUID by = it.origin().recordedBy();
        Instant at = it.origin().recordedAt();
        return new RealisationRights(
                RealisationRecordingPolicy.mayCorrect(actor, by),
                RealisationRecordingPolicy.mayUndo(actor, by, at, clock.instant()));
    }

    /** The names of the participating organisations, in order. */
    public List<OrganisationName> organisations(FullRealisation it) {
        return people.organisationNames(it.happening().organisations()).values().stream()
                .sorted(Comparator.comparing(OrganisationName::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The lines served, by plan. */
    public List<ServedPlan> served(FullRealisation it) {
        Map<ActionId, PlanLine> lines = plans.findLinesById(it.telling().actions());
        Map<PlanId, List<PlanLine>> byPlan = lines.values().stream()
                .collect(Collectors.groupingBy(PlanLine::plan, LinkedHashMap::new, Collectors.toList()));
        List<ServedPlan> served = new ArrayList<>();
        if (!byPlan.isEmpty()) {
            for (PlanSummary plan : plans.findAll()) {
                List<PlanLine> of = byPlan.getOrDefault(plan.id(), List.of());
                if (!of.isEmpty()) {
                    served.add(new ServedPlan(plan, of));
                }
            }
        }
        return served;
    }

    /** Its changes, the newest first. */
    public List<AuditEntry> changes(RealisationId id) {
        return audit.findByRow(Realisation.TABLE, id.value(), CHANGES);
    }

    /** A realisation as it was when its form was opened. */
    public OpenedRow findOpened(RealisationId id, int version) {
        return audit.findOpened(Realisation.TABLE, id.value(), version);
    }

    private Realisation load(RealisationId id) {
        return store.findById(id.value()).orElseThrow(() -> new NotFound("realisation"));
    }

    /** The targets of its lines that count realisations, but not of its kind. */
    public Map<ActionId, ActionTarget> findIgnoringTargets(FullRealisation it) {
        String kind = it.happening().kind().name();
        return plans.findTargetsById(it.telling().actions()).entrySet().stream()
                .filter(each -> each.getValue().measure() == TargetMeasure.REALISATIONS
                        && !each.getValue().kinds().isEmpty()
                        && !each.getValue().kinds().contains(kind))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
