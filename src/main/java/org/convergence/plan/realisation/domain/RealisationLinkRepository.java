package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.WorkedHours.WorkedHoursSum;
import org.convergence.platform.database.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The participating organisations and the lines served of a realisation. Only differences are written, so that the
 * audit shows only these.
 */
@Component
record RealisationLinkRepository(JdbcClient db) {

    private static final String REPLACE = """
            WITH gone AS (
                DELETE FROM plan.%1$s WHERE realisation = :realisation AND %2$s <> ALL (:wanted) RETURNING 1),
            added AS (
                INSERT INTO plan.%1$s (realisation, %2$s) SELECT :realisation, unnest(:wanted)
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM added)
            """;
    private static final String WITH = REPLACE.formatted("realisation_organisation", "organisation");
    private static final String SERVES = REPLACE.formatted("realisation_served", "action");

    /** Sets the organisations; returns whether that changed anything. */
    boolean setOrganisations(UUID realisation, Collection<OrganisationId> organisations) {
        return replace(WITH, realisation, organisations);
    }

    /** Sets the lines served; returns whether that changed anything. */
    boolean setActions(UUID realisation, Collection<ActionId> actions) {
        return replace(SERVES, realisation, actions);
    }

    Set<OrganisationId> organisations(UUID realisation) {
        return new LinkedHashSet<>(
                db.sql("SELECT organisation FROM plan.realisation_organisation WHERE realisation = ?")
                        .param(realisation)
                        .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** The hours entered for it. */
    WorkedHoursSum worked(UUID realisation) {
        return db.sql("SELECT worked_staff_hours, worked_volunteer_hours FROM plan.realisation WHERE id = ?")
                .param(realisation)
                .query((row, n) -> new WorkedHoursSum(row.getBigDecimal(1), row.getBigDecimal(2)))
                .optional()
                .orElse(WorkedHoursSum.NONE);
    }

    Set<ActionId> actions(UUID realisation) {
        return new LinkedHashSet<>(db.sql("SELECT action FROM plan.realisation_served WHERE realisation = ?")
                .param(realisation)
                .query((row, n) -> new ActionId(row.getObject(1, UUID.class)))
                .list());
    }

    private boolean replace(String sql, UUID realisation, Collection<? extends Identifier> wanted) {
        return db.sql(sql)
                        .param("realisation", realisation)
                        .param("wanted", wanted.stream().map(Identifier::value).toArray(UUID[]::new))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
