package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies at hand for whoever records something: the last organisations, the lines it may serve. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.RECORD)
public class RecordingDesk {

    private static final int LAST = 80;
    private static final double SAME_LINE = 0.6;

    private final JdbcClient db;
    private final ActionPlans plans;
    private final People people;

    RecordingDesk(JdbcClient db, ActionPlans plans, People people) {
        this.db = db;
        this.plans = plans;
        this.people = people;
    }

    /** The organisations that took part in what was recorded last, the latest first. */
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

    /** The places of what was recorded last, the most frequent first. */
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

    /** What was recorded last, by its title, each once: much of it comes back. */
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

    /** The lines of the plans that one works on today: those in force, else the current one. */
    public List<PlanLine> lines() {
        return plans.lines(plansOfToday()).stream()
                .filter(line -> !line.dropped())
                .toList();
    }

    /** Which of them something of this title may serve, the likeliest first. */
    public List<Proposal> proposals(String title) {
        return title.isBlank() ? List.of() : proposals(title, lines());
    }

    /** Which of the lines something of this title may serve, the likeliest first. */
    public List<Proposal> proposals(String title, List<PlanLine> lines) {
        if (title.isBlank()) {
            return List.of();
        }
        return ServedPolicy.propose(title, lines, servedBefore(title, lines));
    }

    /** The kind that a title speaks of. */
    public Optional<RealisationKind> kind(String title) {
        return KindPolicy.of(title);
    }

    private List<PlanId> plansOfToday() {
        List<PlanId> inForce = plans.inForce().stream().map(PlanSummary::id).toList();
        return inForce.isEmpty()
                ? plans.current().map(PlanSummary::id).map(List::of).orElse(List.of())
                : inForce;
    }

    /** How often each line was served under like titles: that of last year's plan speaks for the same line of today's. */
    private Map<ActionId, Double> servedBefore(String title, List<PlanLine> lines) {
        Map<ActionId, Double> likeness = new HashMap<>();
        double[] whole = {0};
        db.sql("""
                        WITH alike AS MATERIALIZED (
                            SELECT id, similarity(search_form, :title) AS likeness FROM plan.realisation
                            WHERE search_form % :title AND state <> 'WITHDRAWN' ORDER BY 2 DESC, id DESC LIMIT 30)
                        SELECT s.action, sum(likeness) AS likeness, (SELECT sum(likeness) FROM alike) AS whole
                        FROM alike JOIN plan.realisation_served s ON s.realisation = alike.id GROUP BY s.action
                        """)
                .param("title", Fold.of(title))
                .query((row, n) -> {
                    whole[0] = row.getDouble("whole");
                    return likeness.put(new ActionId(row.getObject("action", UUID.class)), row.getDouble("likeness"));
                })
                .list();
        Map<ActionId, Double> before = new HashMap<>();
        if (!likeness.isEmpty()) {
            Map<ActionId, PlanLine> served = plans.linesOf(new ArrayList<>(likeness.keySet()));
            likeness.forEach((action, share) -> lines.stream()
                    .filter(line -> line.id().equals(action) || sameLine(line, served.get(action)))
                    .forEach(line -> before.merge(line.id(), share / whole[0], Double::sum)));
        }
        return before;
    }

    private static boolean sameLine(PlanLine today, @Nullable PlanLine before) {
        return before != null
                && !before.plan().equals(today.plan())
                && Objects.equals(before.code(), today.code())
                && Likeness.of(before.text(), today.text()) >= SAME_LINE;
    }
}
