package org.convergence.safety.incident.domain;

import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** References from incidents to people: open ones pass to the successor of their security lead or president. */
@Configuration(proxyBeanMethods = false)
class IncidentReferences {

    static final int YEARS = 5;

    @Bean
    static IdentityReferences referencesFromIncident(ReferenceDeclarations declare) {
        return declare.table(SafetyIncident.TABLE)
                .person("lead", ErasureRule.CLEAR)
                .person("president", ErasureRule.CLEAR)
                .table("safety.incident_reader")
                .key("incident", "person")
                .person("person", ErasureRule.DELETE)
                .table("safety.incident_duty")
                .key("incident", "duty")
                .person("person", ErasureRule.DELETE);
    }

    @Bean
    static Holding ledIncidents(JdbcClient db) {
        return holding(db, "lead", "incident.holding.lead", 39);
    }

    @Bean
    static Holding presidedIncidents(JdbcClient db) {
        return holding(db, "president", "incident.holding.president", 40);
    }

    private static Holding holding(JdbcClient db, String column, String key, int order) {
        return new ColumnHolding(
                db, key, order, SafetyIncident.TABLE + "." + column, "closed_on IS NULL", """
                SELECT id, 'Incident ' || code AS what, NULL AS detail, '/safety/incident' AS url, review_due_on AS due
                FROM safety.incident WHERE %s = ? AND closed_on IS NULL ORDER BY happened_on, id
                """.formatted(column));
    }

    /** Names in what is told, which is encrypted: each entry is opened, rewritten and sealed again. */
    @Component
    record SealedEntryMentions(IncidentEntryRepository entries) implements FreeTextMentions {

        @Override
        public void rename(PersonId person, String standIn) {
            entries.rename(person, standIn);
        }
    }

    /**
     * Deletes what is told of incidents each night, {@value #YEARS} years after their closing (R-L25-23); kind, day and
     * lessons stay for the figures.
     */
    @Bean
    static RecurringWork incidentCleanup(JdbcClient db, OrganisationSettings settings) {
        return RecurringWork.of(
                "incident-sweep",
                "0 55 4 * * *",
                () -> db.sql(
                                "DELETE FROM safety.incident_entry e USING safety.incident i WHERE i.id = e.incident AND i.closed_on < ?")
                        .param(settings.today().minusYears(YEARS))
                        .update());
    }
}
