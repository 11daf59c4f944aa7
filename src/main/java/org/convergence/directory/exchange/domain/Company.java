package org.convergence.directory.exchange.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom an exchange was. Only what differs is written, so that the audit shows only that. */
@Component
class Company {

    private static final String REPLACE = """
            WITH gone AS (
                DELETE FROM directory.exchange_%1$s WHERE exchange = :exchange AND %1$s <> ALL (:wanted) RETURNING 1),
            added AS (
                INSERT INTO directory.exchange_%1$s (exchange, %1$s) SELECT :exchange, unnest(:wanted)
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM added)
            """;

    private final JdbcClient db;

    Company(JdbcClient db) {
        this.db = db;
    }

    /** Says with whom it was; answers whether that changed anything. */
    boolean say(UUID exchange, Set<PersonId> people, Set<OrganisationId> organisations) {
        boolean others = replace("person", exchange, people);
        return replace("organisation", exchange, organisations) || others;
    }

    private boolean replace(String what, UUID exchange, Collection<? extends Identifier> wanted) {
        return db.sql(REPLACE.formatted(what))
                        .param("exchange", exchange)
                        .param("wanted", wanted.stream().map(Identifier::value).toArray(UUID[]::new))
                        .query(Long.class)
                        .single()
                > 0;
    }

    Set<PersonId> people(UUID exchange) {
        return ids("person", exchange).stream().map(PersonId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<OrganisationId> organisations(UUID exchange) {
        return ids("organisation", exchange).stream()
                .map(OrganisationId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<UUID> ids(String what, UUID exchange) {
        return new LinkedHashSet<>(
                db.sql("SELECT %1$s FROM directory.exchange_%1$s WHERE exchange = ? ORDER BY %1$s".formatted(what))
                        .param(exchange)
                        .query(UUID.class)
                        .list());
    }
}
