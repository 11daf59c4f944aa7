package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/** A {@link FactsQuery} as SQL: conditions on {@code plan.realisation r}, with their parameters. */
record FactsQuerySql(String sql, Map<String, @Nullable Object> parameters) {

    private static final String WITH_ITSELF = """
            AND r.id IN (SELECT o.realisation FROM plan.realisation_organisation o WHERE o.organisation = :organisation)
            """;

    /**
     * The organisations above it on the last day of the realisation, up to the top; a coalition or an association is
     * not its network.
     */
    private static final String WITH_NETWORK = """
            AND r.id IN (
                WITH RECURSIVE above AS (
                    SELECT CAST(:organisation AS uuid) AS organisation, daterange(NULL, NULL) AS days
                    UNION
                    SELECT a.parent, n.days * daterange(a.since, a.until, '[]')
                    FROM above n JOIN directory.people_affiliation a ON a.member = n.organisation
                    WHERE a.nature <> 'MEMBER_OF' AND n.days && daterange(a.since, a.until, '[]'))
                SELECT o.realisation
                FROM above n
                JOIN plan.realisation_organisation o ON o.organisation = n.organisation
                JOIN plan.realisation d ON d.id = o.realisation
                WHERE n.days @> d.ends_on)
            """;

    static FactsQuerySql of(FactsQuery query) {
        var sql = new StringBuilder("""
                WHERE r.state = 'DONE' AND r.state <> 'WITHDRAWN' AND r.ends_on BETWEEN :from AND :to
                """);
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("from", query.from());
        given.put("to", query.to());
        given.put("plan", query.plan() == null ? null : query.plan().value());
        if (query.plan() != null || !query.means().isEmpty() || !query.actions().isEmpty()) {
            if (query.plan() != null) {
                // A realisation after the day on which a plan was closed is no evidence of it.
                sql.append("""
                        AND r.ends_on <= coalesce(
                            (SELECT p.closed_on FROM plan.actionplan_plan p WHERE p.id = :plan), DATE 'infinity')
                        """);
            }
            sql.append("AND r.id IN (")
                    .append(ContributionSql.realisationIdsQuery(lines(query, given)))
                    .append(")\n");
        }
        if (!query.within().isEmpty()) {
            sql.append("AND r.ends_on <@ CAST(:within AS datemultirange)\n");
            given.put("within", DayRange.toMultirange(query.within()));
        }
        FactsQuery.ParticipantFilter tookPart = query.tookPart();
        if (tookPart != null) {
            sql.append(tookPart.above() ? WITH_NETWORK : WITH_ITSELF);
            given.put("organisation", tookPart.organisation().value());
        }
        if (!query.without().isEmpty()) {
            sql.append("AND r.id <> ALL (:without)\n");
            given.put("without", uuids(query.without()));
        }
        return new FactsQuerySql(sql.toString(), given);
    }

    private static String lines(FactsQuery query, Map<String, @Nullable Object> given) {
        var lines = new StringBuilder("SELECT a.id FROM plan.actionplan_action a WHERE true\n");
        if (query.plan() != null) {
            lines.append("AND a.plan = :plan\n");
        }
        if (!query.means().isEmpty()) {
            lines.append("AND a.means = ANY (:means)\n");
            given.put("means", uuids(query.means()));
        }
        if (!query.actions().isEmpty()) {
            lines.append("AND a.id = ANY (:actions)\n");
            given.put("actions", uuids(query.actions()));
        }
        return lines.toString();
    }

    private static UUID[] uuids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).toArray(UUID[]::new);
    }
}
