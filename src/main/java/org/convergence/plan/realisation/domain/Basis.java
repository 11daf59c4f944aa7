package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/** What a report rests on, as SQL: conditions on {@code plan.realisation r}, with their parameters. */
record Basis(String sql, Map<String, @Nullable Object> parameters) {

    static Basis of(FactsQuery query) {
        var sql = new StringBuilder("""
                WHERE r.state = 'DONE' AND r.state <> 'WITHDRAWN' AND r.ends_on BETWEEN :from AND :to
                """);
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("from", query.from());
        given.put("to", query.to());
        given.put("plan", query.plan() == null ? null : query.plan().value());
        if (query.plan() != null || !query.means().isEmpty() || !query.actions().isEmpty()) {
            if (query.plan() != null) {
                // What lies after the day on which a plan was closed is no evidence of it.
                sql.append("""
                        AND r.ends_on <= coalesce(
                            (SELECT p.closed_on FROM plan.actionplan_plan p WHERE p.id = :plan), DATE 'infinity')
                        """);
            }
            sql.append("AND r.id IN (")
                    .append(Contributions.realisations(lines(query, given)))
                    .append(")\n");
        }
        if (query.organisation() != null) {
            sql.append("""
                    AND r.id IN (SELECT o.realisation FROM plan.realisation_organisation o
                                 WHERE o.organisation = :organisation)
                    """);
            given.put("organisation", query.organisation().value());
        }
        if (!query.without().isEmpty()) {
            sql.append("AND r.id <> ALL (:without)\n");
            given.put("without", uuids(query.without()));
        }
        return new Basis(sql.toString(), given);
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
