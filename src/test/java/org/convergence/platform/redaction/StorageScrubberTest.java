package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables are rewritten while people work: a long reader of one table holds up no other session. */
@ModuleTest
class StorageScrubberTest {

    @Autowired
    private StorageScrubber scrubbing;

    @Autowired
    private DatabaseServer server;

    @Autowired
    private JdbcClient db;

    @Test
    void longReaderDelaysOnlyTheScrubbing() throws Exception {
        CompletableFuture<Void> work;
        try (Connection backup = server.application().connect();
                Connection visitor = server.application().connect();
                var slow = backup.createStatement();
                var quick = visitor.createStatement()) {
            backup.setAutoCommit(false);
            slow.execute("SELECT count(*) FROM platform.flyway_history");
            work = CompletableFuture.runAsync(scrubbing::scrub);
            await().atMost(Duration.ofMinutes(1)).until(this::somebodyWaits);
            quick.execute("SET statement_timeout = '1500ms'");
            quick.execute("SELECT count(*) FROM platform.flyway_history");
            assertThat(work).isNotDone();
            backup.rollback();
        }
        work.get(1, TimeUnit.MINUTES);
    }

    @Test
    void everyTableWithAPageGetsNewFile() {
        var before = files();
        scrubbing.scrub();
        var after = files();
        assertThat(before).hasSameSizeAs(after).doesNotContainAnyElementsOf(after);
    }

    /** The file numbers of the application's tables that have a page, and of their statistics. */
    private List<Long> files() {
        return db.sql("""
                        SELECT pg_relation_filenode(oid) FROM pg_class
                        WHERE relkind = 'r' AND (relnamespace::regnamespace::text NOT LIKE ALL ('{pg_%,information_schema}')
                              OR relname = 'pg_statistic')
                          AND pg_relation_size(oid) > 0
                        """).query(Long.class).list();
    }

    private boolean somebodyWaits() {
        return db.sql("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'")
                .query(Boolean.class)
                .single();
    }
}
