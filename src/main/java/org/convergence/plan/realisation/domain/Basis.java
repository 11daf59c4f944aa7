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
            sql.append("""
                    AND r.id IN (
                        SELECT s.realisation FROM plan.realisation_served s
                        JOIN plan.actionplan_action a ON a.id = s.action WHERE true
                    """);
            if (query.plan() != null) {
                sql.append("AND a.plan = :plan\n");
            }
            if (!query.means().isEmpty()) {
                sql.append("AND a.means = ANY (:means)\n");
                given.put("means", uuids(query.means()));
            }
            if (!query.actions().isEmpty()) {
                sql.append("AND (a.id = ANY (:actions) OR a.parent = ANY (:actions))\n");
                given.put("actions", uuids(query.actions()));
            }
            sql.append(")\n");
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

    private static UUID[] uuids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).toArray(UUID[]::new);
    }
}
