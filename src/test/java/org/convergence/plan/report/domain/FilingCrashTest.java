package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report whose filing is interrupted is not filed at all; afterwards it is filed once. */
@Tag("slow")
class FilingCrashTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String FILED = """
            SELECT (SELECT count(*) FROM plan.filing) || ' ' || (SELECT count(*) FROM plan.filing_file)
                || ' ' || (SELECT count(DISTINCT kind) FROM plan.filing_file_chunk)
            """;

    @TempDir
    Path folder;

    @Test
    void anInterruptedFilingLeavesNothingAndIsDoneOnceAfterRestart() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        var environment = Map.of("CONVERGENCE_DATA_DIR", folder.toString(), "PORT", "0");
        try (var program = ChildProcess.start(FilingTestApplication.class, environment)) {
            awaitLine(program, "report written");
            // Only the same database role sees its running queries.
            DatabaseAddress same = EmbeddedServer.startOrJoin(folder).application();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !answer(same, """
                            SELECT count(*) FROM pg_stat_activity
                            WHERE state = 'idle in transaction' AND query LIKE '%plan.filing_add_file%'
                            """).equals("0"));
            program.kill();
            assertThat(program.lines()).doesNotContain("report filed");
        }
        try (var program = ChildProcess.start(FilingTestApplication.class, environment)) {
            awaitLine(program, "report written");
            DatabaseAddress owner = EmbeddedServer.startOrJoin(folder).owner();
            assertThat(answer(owner, FILED)).isEqualTo("0 0 0");
            awaitLine(program, "report filed");
            assertThat(answer(owner, FILED)).isEqualTo("1 3 3");
        }
        Files.delete(link);
    }

    private static void awaitLine(ChildProcess program, String line) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> program.lines().contains(line) || !program.isAlive());
        assertThat(program.lines()).as(String.join("\n", program.lines())).contains(line);
    }

    private static String answer(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
