package org.convergence.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The database dies at the end of a step: nothing of it may be left, and the step is done afterwards. */
@Lazy
@Component
public class DyingDatabase {

    private final JdbcClient db;
    private final TransactionOperations transactions;

    DyingDatabase(JdbcClient db, TransactionOperations transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * Takes a step on a connection that dies before its transaction ends, then once more on another.
     *
     * @param tables which the first must leave as they were and the second must change
     */
    public void takeTwice(String name, List<String> tables, Runnable step) {
        String before = describe(tables);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    step.run();
                    db.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }))
                .as(name)
                .isInstanceOf(RuntimeException.class);
        assertThat(describe(tables)).as(name + ": nothing is left").isEqualTo(before);
        step.run();
        assertThat(describe(tables)).as(name + ": done afterwards").isNotEqualTo(before);
    }

    private String describe(List<String> tables) {
        return tables.stream()
                .map(table -> db.sql(
                                "SELECT '%s ' || count(*) || ' ' || coalesce(md5(string_agg(r::text, '' ORDER BY r::text)), '') FROM %s r"
                                        .formatted(table, table))
                        .query(String.class)
                        .single())
                .collect(joining("\n"));
    }
}
