package org.convergence.plan.preparation.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which people leave, from their contracts. */
@Component
class DepartureQueries {

    private final JdbcClient db;

    DepartureQueries(JdbcClient db) {
        this.db = db;
    }

    /** People whose last contract ends before a day; people without any contract are not included. */
    Set<UUID> findLeavingBefore(LocalDate day) {
        return new HashSet<>(db.sql("""
                        SELECT person FROM plan.time_contract
                        GROUP BY person HAVING bool_and(ends_on IS NOT NULL AND ends_on < :day)
                        """).param("day", day).query(UUID.class).list());
    }
}
