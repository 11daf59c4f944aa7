package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.search.FullTextQuery;
import org.jspecify.annotations.Nullable;

/** A {@link RealisationFilter} as SQL: conditions on {@code plan.realisation r}, with their parameters. */
final class RealisationFilterSql {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    static RealisationFilterSql of(RealisationFilter filter) {
        var it = new RealisationFilterSql();
        it.state(filter);
        it.days(filter);
        it.words(filter.words());
        it.links(filter);
        if (filter.kind() != null) {
            it.and("r.kind = :kind", "kind", filter.kind().name());
        }
        if ("QC".equals(filter.place())) {
            it.conditions.add("r.place LIKE 'QC-%'");
        } else if ("ABROAD".equals(filter.place())) {
            it.conditions.add("r.place ~ '^[A-Z]{2}$' AND r.place <> 'CA'");
        } else if (filter.place() != null) {
            it.and("r.place = :place", "place", filter.place());
        }
        return it;
    }

    private void state(RealisationFilter filter) {
        // Same text as in the index's predicate, so that it can be used.
        conditions.add("r.state <> 'WITHDRAWN'");
        if (filter.state() == RealisationState.WITHDRAWN) {
            conditions.clear();
        }
        if (filter.state() != null) {
            and("r.state = :state", "state", filter.state().name());
        }
    }

    private void days(RealisationFilter filter) {
        if (filter.from() != null) {
            and("r.ends_on >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            and("r.ends_on <= :to", "to", filter.to());
        }
    }

    private void links(RealisationFilter filter) {
        if (filter.action() != null) {
            counts("a.id = :action", "action", filter.action().value());
        }
        if (filter.means() != null) {
            counts("a.means = :means", "means", filter.means().value());
        }
        if (filter.organisation() != null) {
            and(
                    "r.id IN (SELECT o.realisation FROM plan.realisation_organisation o WHERE o.organisation = :organisation)",
                    "organisation",
                    filter.organisation().value());
        }
    }

    private void counts(String lines, String name, Object value) {
        String query = "SELECT a.id FROM plan.actionplan_action a WHERE " + lines;
        and("r.id IN (" + ContributionSql.realisationIdsQuery(query) + ")", name, value);
    }

    private void words(String typed) {
        FullTextQuery.parse(typed)
                .ifPresentOrElse(query -> and(FullTextQuery.matches("r.words"), "words", query), () -> {
                    if (!typed.isBlank()) {
                        conditions.add("false");
                    }
                });
    }

    RealisationFilterSql and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
        return this;
    }

    String sql() {
        return "WHERE " + String.join("\n  AND ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }
}
