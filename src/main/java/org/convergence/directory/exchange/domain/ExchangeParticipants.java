package org.convergence.directory.exchange.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people and organisations of an exchange. Only differences are written, so that the audit shows nothing else. */
@Component
record ExchangeParticipants(JdbcClient db) {

    private static final String REPLACE = """
            WITH gone AS (
                DELETE FROM directory.exchange_%1$s WHERE exchange = :exchange AND %1$s <> ALL (:wanted) RETURNING 1),
            added AS (
                INSERT INTO directory.exchange_%1$s (exchange, %1$s) SELECT :exchange, unnest(:wanted)
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM added)
            """;

    /** Replaces the participants; returns whether anything changed. */
    boolean replace(UUID exchange, Set<PersonId> people, Set<OrganisationId> organisations) {
        boolean peopleChanged = replace("person", exchange, people);
        return replace("organisation", exchange, organisations) || peopleChanged;
    }

    Set<PersonId> people(UUID exchange) {
        return find("person", exchange, PersonId::new);
    }

    Set<OrganisationId> organisations(UUID exchange) {
        return find("organisation", exchange, OrganisationId::new);
    }

    private boolean replace(String kind, UUID exchange, Collection<? extends Identifier> wanted) {
        return db.sql(REPLACE.formatted(kind))
                        .param("exchange", exchange)
                        .param("wanted", wanted.stream().map(Identifier::value).toArray(UUID[]::new))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private <I> Set<I> find(String kind, UUID exchange, Function<UUID, I> typed) {
        return db
                .sql("SELECT %1$s FROM directory.exchange_%1$s WHERE exchange = ? ORDER BY %1$s".formatted(kind))
                .param(exchange)
                .query(UUID.class)
                .stream()
                .map(typed)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
