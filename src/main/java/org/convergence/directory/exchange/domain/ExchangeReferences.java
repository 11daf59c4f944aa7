package org.convergence.directory.exchange.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** References from exchanges to organisations, for merges. */
@Configuration(proxyBeanMethods = false)
class ExchangeReferences {

    @Bean
    static IdentityReferences referencesFromExchange(ReferenceDeclarations declare) {
        return declare.table("directory.exchange_organisation")
                .key("exchange", "organisation")
                .organisation("organisation");
    }

    @Bean
    static LastContactSource exchangeContacts() {
        return new LastContactSource(ExchangePermissions.READ, "exchange.heard", """
                SELECT e.happened_on AS day, '/directory/exchange/' || e.id AS url
                FROM directory.exchange_organisation o JOIN directory.exchange e ON e.id = o.exchange
                WHERE o.organisation = :organisation
                """);
    }

    /**
     * References from exchanges to people, for merges and erasures: an erased person is removed from the participants, and
     * their name becomes « [retiré] » in texts and history; the exchange stays.
     */
    @Component
    static class ExchangePersonReference extends SingleColumnReference {

        private static final int VERSIONS = 1_000;

        /**
         * Full names and addresses are replaced in any exchange; a single part of the name only where the person took part.
         */
        private static final String CLEAR = """
                WITH theirs AS (
                    SELECT e.id, directory.people_instead(e.subject, :person, x.person IS NOT NULL, :stand) AS subject,
                           directory.people_instead(e.body, :person, x.person IS NOT NULL, :stand) AS body
                    FROM directory.exchange e
                    LEFT JOIN directory.exchange_person x ON x.exchange = e.id AND x.person = :person
                    WHERE x.person IS NOT NULL
                       OR EXISTS (SELECT FROM directory.people_names(:person, false) AS name
                                  WHERE e.words @@ phraseto_tsquery('platform.fr', name)))
                UPDATE directory.exchange e
                SET subject = btrim(platform.shortened(t.subject, :stand, 300)),
                    body = platform.shortened(t.body, :stand, 20000), version = e.version + 1
                FROM theirs t WHERE t.id = e.id AND (e.subject, e.body) <> (t.subject, t.body)
                RETURNING e.id
                """;

        private final AuditTrail audit;

        ExchangePersonReference(AuditTrail audit, JdbcClient db) {
            super(ReferencingColumn.toPerson(
                    db, "directory.exchange_person", "person", List.of("exchange"), ErasureRule.DELETE));
            this.audit = audit;
        }

        @Override
        public Map<String, Set<String>> texts() {
            return Map.of("directory.exchange", Set.of("subject", "body"));
        }

        @Override
        public void rename(PersonId person, String standIn) {
            // Including deleted exchanges.
            Set<UUID> theirs = Set.copyOf(db.sql("""
                            SELECT coalesce(after, before) ->> 'exchange' FROM platform.audit_change
                            WHERE table_name = 'directory.exchange_person' AND coalesce(after, before) ->> 'person' = ?
                            """)
                    .param(person.value().toString())
                    .query((row, n) -> UUID.fromString(row.getString(1)))
                    .list());
            List<UUID> cleared = db.sql(CLEAR)
                    .param("person", person.value())
                    .param("stand", standIn)
                    .query(UUID.class)
                    .list();
            theirs.forEach(each -> redact(each, standIn));
            cleared.stream().filter(each -> !theirs.contains(each)).forEach(each -> redact(each, standIn));
        }

        private void redact(UUID exchange, String standIn) {
            for (AuditEntry entry : audit.findByRow(Exchange.TABLE, exchange, VERSIONS)) {
                audit.redact(entry.id(), standIn, List.of("subject", "body"));
            }
        }

        @Override
        public List<Json> export(PersonId person) {
            return db.sql("""
                            SELECT to_jsonb(e) - 'words' FROM directory.exchange e
                            JOIN directory.exchange_person x ON x.exchange = e.id WHERE x.person = ? ORDER BY e.happened_on
                            """)
                    .param(person.value())
                    .query((row, n) -> Json.parse(row.getString(1)))
                    .list();
        }
    }
}
