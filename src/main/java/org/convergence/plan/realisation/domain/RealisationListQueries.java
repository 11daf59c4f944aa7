package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of realisations, the latest first; a page of planned ones, the next first. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.READ)
public class RealisationListQueries {

    private static final String COLUMNS = """
            r.id, r.state, r.title, r.kind, r.starts_on AS when_from, r.ends_on AS when_to, r.place, r.participations,
            r.recorded_by, r.source_url,
            ARRAY(SELECT coalesce(p.short_name, p.name) FROM plan.realisation_organisation o
                  JOIN directory.people_organisation_name p ON p.id = o.organisation
                  WHERE o.realisation = r.id ORDER BY p.name COLLATE "fr-CA-x-icu") AS organisations,
            ARRAY(SELECT coalesce(m.code, '') FROM plan.realisation_served s
                  JOIN plan.actionplan_line a ON a.id = s.action JOIN plan.actionplan_heading m ON m.id = a.means AND m.level = 'MEANS'
                  WHERE s.realisation = r.id GROUP BY m.id, m.code ORDER BY min(m.position), m.code) AS codes
            """;

    private static final String LATEST = "latest";
    private static final String SOONEST = "-" + LATEST;

    private final ListQuery<RealisationFilter, RealisationRow> rows;
    private final ListQuery<RealisationFilter, RealisationFact> facts;
    private final ActionPlans plans;
    private final RealisationFacts contributions;

    RealisationListQueries(JdbcClient db, ActionPlans plans, RealisationFacts contributions) {
        this.plans = plans;
        this.contributions = contributions;
        this.rows = new ListQuery<>(
                db,
                COLUMNS,
                "plan.realisation r",
                RealisationListQueries::conditions,
                List.of(ListOrder.<RealisationRow>descending(LATEST)
                        .day("r.ends_on", row -> row.when().to())
                        .id("r.id", RealisationRow::id)),
                RecordMapper.of(RealisationRow.class));
        this.facts = new ListQuery<>(
                db,
                RealisationFactMapper.COLUMNS,
                "plan.realisation r",
                RealisationListQueries::conditions,
                List.of(ListOrder.<RealisationFact>descending(LATEST)
                        .day("r.ends_on", fact -> fact.happening().when().to())
                        .id("r.id", RealisationFact::id)),
                (row, number) -> RealisationFactMapper.fact(row));
    }

    /**
     * A row of the list.
     *
     * @param participations their number, null if unknown
     * @param sourceUrl its page in the module that it comes from
     * @param organisations short names, in order
     * @param codes codes of the means served, {@code ""} for one without a code
     */
    public record RealisationRow(
            RealisationId id,
            RealisationState state,
            String title,
            RealisationKind kind,
            DayRange when,
            @Nullable String place,
            @Nullable Integer participations,
            UUID recordedBy,
            @Nullable String sourceUrl,
            List<String> organisations,
            List<String> codes) {}

    /**
     * A row of the file.
     *
     * @param codes of the lines served
     * @param countsFor plan, number and text of each line for which it counts
     */
    public record RealisationFileRow(RealisationFact fact, List<String> codes, List<String> countsFor) {}

    private static SqlConditions conditions(RealisationFilter filter) {
        var conditions = new SqlConditions();
        if (filter.state() != RealisationState.WITHDRAWN) {
            // Same text as in the index's predicate, so that it can be used.
            conditions.and("r.state <> 'WITHDRAWN'");
        }
        conditions
                .and("r.state = :state", "state", filter.state())
                .and("r.ends_on >= :from", "from", filter.from())
                .and("r.ends_on <= :to", "to", filter.to())
                .andWords("r.words", filter.words())
                .and(counting("a.id = :action"), "action", filter.action())
                .and(counting("a.means = :means"), "means", filter.means())
                .and(
                        "r.id IN (SELECT o.realisation FROM plan.realisation_organisation o WHERE o.organisation = :organisation)",
                        "organisation",
                        filter.organisation())
                .and("r.kind = :kind", "kind", filter.kind());
        return switch (Objects.requireNonNullElse(filter.place(), "")) {
            case RealisationFilter.QUEBEC -> conditions.and("r.place LIKE 'QC-%'");
            case RealisationFilter.ABROAD -> conditions.and("r.place ~ '^[A-Z]{2}$' AND r.place <> 'CA'");
            default -> conditions.and("r.place = :place", "place", filter.place());
        };
    }

    private static String counting(String lines) {
        String query = "SELECT a.id FROM plan.actionplan_line a WHERE " + lines;
        return "r.id IN (" + ContributionSql.realisationIdsQuery(query) + ")";
    }

    /** A page of the list. */
    public ListPage<RealisationRow> findPage(ListRequest<RealisationFilter> request) {
        String sort = request.filter().state() == RealisationState.PLANNED ? SOONEST : LATEST;
        return rows.findPage(new ListRequest<>(request.filter(), sort, request.after(), request.limit()));
    }

    /** The latest rows, without the total count. */
    public List<RealisationRow> findLatest(RealisationFilter filter, int limit) {
        return rows.findSlice(ListRequest.first(filter, limit)).rows();
    }

    /** A slice of complete realisations, for the API. */
    public ListSlice<RealisationFact> findSlice(ListRequest<RealisationFilter> request) {
        return facts.findSlice(request);
    }

    /** Every realisation that a filter selects, for a file, read some hundreds at a time. */
    public Iterator<RealisationFileRow> iterateAll(RealisationFilter filter) {
        Map<PlanId, String> titles =
                plans.findAll().stream().collect(Collectors.toMap(PlanSummary::id, PlanSummary::title));
        Map<ActionId, Set<ActionId>> counting = contributions.contributions(titles.keySet());
        Map<ActionId, PlanLine> lines = plans.findLinesById(
                counting.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Iterator<RealisationFact> found = facts.iterateAll(filter, LATEST);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public RealisationFileRow next() {
                RealisationFact fact = found.next();
                return new RealisationFileRow(
                        fact, codes(fact, lines), countsFor(fact.actions(), counting, lines, titles));
            }
        };
    }

    private static List<String> codes(RealisationFact fact, Map<ActionId, PlanLine> lines) {
        return fact.actions().stream()
                .flatMap(action -> Stream.ofNullable(lines.get(action)))
                .flatMap(line -> Stream.ofNullable(line.code()))
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> countsFor(
            Collection<ActionId> actions,
            Map<ActionId, Set<ActionId>> counting,
            Map<ActionId, PlanLine> lines,
            Map<PlanId, String> titles) {
        return actions.stream()
                .flatMap(action -> counting.getOrDefault(action, Set.of()).stream())
                .distinct()
                .flatMap(line -> Stream.ofNullable(lines.get(line)))
                .map(line -> line.fullName(titles.getOrDefault(line.plan(), "")))
                .sorted()
                .toList();
    }
}
