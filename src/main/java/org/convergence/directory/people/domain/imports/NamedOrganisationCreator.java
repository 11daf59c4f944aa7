package org.convergence.directory.people.domain.imports;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.imports.BulkImportLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Organisations named by rows of a list of people. Unknown ones are created at once, in their own transaction, so that
 * two lanes naming one get the same.
 */
@Component
class NamedOrganisationCreator {

    private final ExactMatchQueries exactMatchQueries;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate own;

    NamedOrganisationCreator(
            ExactMatchQueries exactMatchQueries, JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
        this.exactMatchQueries = exactMatchQueries;
        this.db = db;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setName("imports.run");
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Creates the missing ones. Call it before any other write: a row written earlier in the surrounding transaction
     * may hold locks on search words that this one waits for, a deadlock with itself.
     *
     * @param lines the line that names each
     * @return all of them by name; names without a letter or digit are left out
     */
    Map<String, List<UUID>> createMissing(
            Map<String, Integer> lines, Map<String, List<UUID>> known, BulkImportLedger ledger) {
        List<String> missing =
                lines.keySet().stream().filter(name -> !known.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return known;
        }
        own.executeWithoutResult(status -> createMissing(missing, lines, ledger));
        return exactMatchQueries.findOrganisationsByName(lines.keySet());
    }

    private void createMissing(List<String> names, Map<String, Integer> lines, BulkImportLedger ledger) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('people.import.organisations'))")
                .query((row, n) -> true)
                .list();
        db.sql("""
                        INSERT INTO directory.people_organisation (id, name, created_at)
                        SELECT DISTINCT ON (platform.fold(asked.name)) asked.id, asked.name, :now
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:names AS text[])) AS asked (id, name)
                        WHERE platform.fold(asked.name) <> '' AND NOT EXISTS (
                            SELECT FROM directory.people_organisation o
                            WHERE directory.people_called(o.name, o.short_name, o.other_names)
                                @> ARRAY[platform.fold(asked.name)])
                        RETURNING id, name
                        """)
                .param("ids", names.stream().map(name -> Ids.next()).toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    int line = lines.getOrDefault(row.getString("name"), 0);
                    ledger.forLine(db, line)
                            .recordCreated(
                                    ImportedType.ORGANISATION, new OrganisationId(row.getObject("id", UUID.class)));
                    return line;
                })
                .list();
    }
}
