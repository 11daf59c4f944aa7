package org.convergence.directory.people.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Data of deleted people that remains in the audit history, merged records excluded. */
@Component
@Transactional
public class DeletedPeopleHistory {

    /** Afterwards the history is redacted. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String REASON = "struck out";

    private static final String GONE = """
            SELECT DISTINCT d.row_id FROM platform.audit_change d
            WHERE d.table_name = 'directory.people_person' AND d.operation = 'DELETE' AND d.redacted_at IS NULL
              AND NOT EXISTS (SELECT FROM directory.people_person p WHERE p.id = CAST(d.row_id AS uuid))
              AND NOT EXISTS (SELECT FROM directory.people_alias a WHERE a.id = CAST(d.row_id AS uuid))
            """;

    private final AuditTrail audit;
    private final JdbcClient db;
    private final Clock clock;

    DeletedPeopleHistory(AuditTrail audit, JdbcClient db, Clock clock) {
        this.audit = audit;
        this.db = db;
        this.clock = clock;
    }

    /** The data of a deleted person; empty where the history holds none. */
    Optional<PersonFacts> findFacts(PersonId person) {
        return db.sql("""
                        SELECT before FROM platform.audit_change
                        WHERE table_name = :table AND row_id = :row AND operation = 'DELETE' AND redacted_at IS NULL
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("table", Person.TABLE)
                .param("row", person.value().toString())
                .query((row, n) -> AuditedFactsReader.ofPerson(Json.parse(row.getString(1))))
                .optional();
    }

    /**
     * The deleted records of a person: those that had one of the names, or an address that no other record has.
     *
     * @param hers the person's record and its merged ones
     * @param names full names
     * @param addresses mail addresses and telephone numbers, besides those of these records
     */
    public List<UUID> findDeletedRecords(
            Collection<UUID> hers, Collection<String> names, Collection<String> addresses) {
        return db.sql("WITH gone AS (" + GONE + """
                        ), reached AS (
                            SELECT unnest(contact_keys) AS key FROM directory.people_person WHERE id = ANY (:hers)
                            UNION SELECT unnest(contact_keys) FROM directory.people_alias WHERE id = ANY (:hers)
                            UNION SELECT unnest(directory.people_contact_keys(jsonb_build_array(jsonb_build_object(
                                'channel', CASE WHEN address LIKE '%@%' THEN 'MAIL' ELSE 'PHONE' END, 'value', address))))
                            FROM unnest(CAST(:addresses AS text[])) AS address),
                        called AS (SELECT platform.fold(name) AS name FROM unnest(CAST(:names AS text[])) AS name),
                        alone AS (
                            SELECT coalesce(array_agg(key), '{}') AS keys FROM reached
                            WHERE NOT EXISTS (SELECT FROM directory.people_organisation o WHERE o.contact_keys @> ARRAY[key])
                              AND NOT EXISTS (SELECT FROM directory.people_person p
                                              WHERE p.contact_keys @> ARRAY[key] AND p.id <> ALL (:hers)))
                        SELECT DISTINCT CAST(e.row_id AS uuid) FROM gone
                        JOIN platform.audit_change e ON e.row_id = gone.row_id AND e.table_name = 'directory.people_person'
                        CROSS JOIN alone CROSS JOIN LATERAL (VALUES (e.before), (e.after)) AS i (image)
                        WHERE platform.fold(concat_ws(' ', image ->> 'given_name', image ->> 'family_name'))
                                  IN (SELECT name FROM called)
                           OR platform.fold(image ->> 'display_form') IN (SELECT name FROM called)
                           OR directory.people_contact_keys(coalesce(image -> 'contact_points', '[]')) && alone.keys
                        """)
                .param("hers", hers.toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("addresses", addresses.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** Redacts the history of people deleted long enough ago, and of their functions (R-L25-23). */
    public void redactExpired() {
        List<String> people = db.sql(GONE + " AND d.at <= :limit")
                .param("limit", SqlTime.at(clock.instant().minus(KEPT)))
                .query(String.class)
                .list();
        List<String> functions = db.sql("""
                        SELECT f.row_id FROM platform.audit_change d
                        JOIN platform.audit_change f USING (transaction_id)
                        WHERE d.table_name = :people AND d.row_id = ANY (:gone) AND d.operation = 'DELETE'
                          AND f.table_name = :functions AND f.operation = 'DELETE' AND f.before ->> 'person' = d.row_id
                        """)
                .param("people", Person.TABLE)
                .param("functions", HeldFunction.TABLE)
                .param("gone", people.toArray(String[]::new))
                .query(String.class)
                .list();
        audit.redact(HeldFunction.TABLE, functions, REASON, List.of());
        audit.redact(Person.TABLE, people, REASON, List.of());
    }
}
