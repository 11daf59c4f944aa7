package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedPolicyCache;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suggestions for the recording form: the last organisations, the lines it may serve. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.RECORD)
public class RecordingSuggestions {

    private static final int LAST = 80;
    private static final int LAST_OF_ALL = 500;

    private final JdbcClient db;
    private final ActionPlans plans;
    private final PeopleDirectory people;
    private final ServedLineHistory servedLineHistory;
    private final ServedPolicyCache today;

    RecordingSuggestions(
            JdbcClient db,
            ActionPlans plans,
            PeopleDirectory people,
            ServedLineHistory servedLineHistory,
            ServedPolicyCache today) {
        this.db = db;
        this.plans = plans;
        this.people = people;
        this.servedLineHistory = servedLineHistory;
        this.today = today;
    }

    /** The organisations of the latest recordings, the latest first. */
    public List<OrganisationName> lastOrganisations(int limit) {
        List<OrganisationId> ids = db.sql("""
                        SELECT organisation FROM (
                            SELECT o.organisation, row_number() OVER (PARTITION BY o.organisation ORDER BY r.place) AS n, r.place
                            FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS place FROM plan.realisation
                                  WHERE state <> 'WITHDRAWN' ORDER BY id DESC LIMIT :last) AS r
                            JOIN plan.realisation_organisation o ON o.realisation = r.id) AS seen
                        WHERE n = 1 ORDER BY place, organisation LIMIT :limit
                        """)
                .param("last", LAST)
                .param("limit", limit)
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
        return List.copyOf(people.organisationNames(ids).values());
    }

    /** The places of the latest recordings, the most frequent first. */
    public List<Place> lastPlaces(int limit) {
        return db.sql("""
                        SELECT place FROM (SELECT place FROM plan.realisation
                                           WHERE state <> 'WITHDRAWN' ORDER BY id DESC LIMIT :last) AS r
                        WHERE place IS NOT NULL GROUP BY place ORDER BY count(*) DESC, place LIMIT :limit
                        """)
                .param("last", LAST)
                .param("limit", limit)
                .query((row, n) -> Place.of(row.getString(1)))
                .list();
    }

    /** The place of the actor's own last recording; empty if it has none, since places feed maps and coverage. */
    public Optional<Place> findOwnLastPlace() {
        return db.sql("""
                        SELECT place FROM (SELECT id, place, recorded_by, source_module, state FROM plan.realisation
                                           ORDER BY id DESC LIMIT :last) AS r
                        WHERE recorded_by = :actor AND source_module IS NULL AND state <> 'WITHDRAWN'
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("last", LAST_OF_ALL)
                .param("actor", CurrentActor.get().id())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(place -> place)
                .map(Place::of);
    }

    /** The titles of the latest recordings, each once: many recur. */
    public List<String> lastTitles(int limit) {
        return db.sql("""
                        SELECT title FROM (SELECT id, title FROM plan.realisation
                                           WHERE state <> 'WITHDRAWN' ORDER BY id DESC LIMIT :last) AS r
                        GROUP BY title ORDER BY max(id::text) DESC LIMIT :limit
                        """)
                .param("last", LAST)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** The lines of the plans in force, else of the current one. */
    public List<PlanLine> currentLines() {
        return plans.findLines(plansOfToday()).stream()
                .filter(line -> !line.dropped())
                .toList();
    }

    /** Which of the lines a realisation of this title may serve, the likeliest first. */
    public List<ServedLineProposal> proposeLines(String title, List<PlanLine> lines) {
        if (title.isBlank()) {
            return List.of();
        }
        return today.policy(lines)
                .propose(
                        title,
                        servedLineHistory.findFrequencies(List.of(title), lines).getOrDefault(title, Map.of()));
    }

    /** The kind that a title suggests. */
    public Optional<RealisationKind> guessKind(String title) {
        return RealisationKindPolicy.fromTitle(title);
    }

    private List<PlanId> plansOfToday() {
        List<PlanId> inForce =
                plans.findRecordable().stream().map(PlanSummary::id).toList();
        return inForce.isEmpty()
                ? plans.findCurrent().map(PlanSummary::id).map(List::of).orElse(List.of())
                : inForce;
    }
}
