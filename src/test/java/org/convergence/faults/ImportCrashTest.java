package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crash while long files are imported, or undone: the work goes on after the next start, and does nothing twice. */
@Tag("slow")
class ImportCrashTest {

    /** A start and twice fifteen hundred rows, on a slow and busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final int BEFORE_THE_CUT = 100;
    private static final String ALL = ImportProgram.ROWS + " " + ImportProgram.ROWS;

    @TempDir
    Path folder;

    @Test
    void resumesImportsAndTheirUndoAfterCrash() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        // A crashed node is detected after four missed heartbeats.
        var environment =
                Map.of("CONVERGENCE_DATA_DIR", folder.toString(), "PORT", "0", "CONVERGENCE_JOBS_PULSE", "1s");
        try (var program = ChildProcess.start(ImportProgram.class, environment)) {
            awaitLine(program, "imports begun");
            killInTheMidstOf("imports.run", program);
        }
        try (var program = ChildProcess.start(ImportProgram.class, environment)) {
            awaitLine(program, "imports done: %1$s, %1$s".formatted(ALL));
            killInTheMidstOf("imports.undo", program);
        }
        try (var program = ChildProcess.start(ImportProgram.class, environment)) {
            awaitLine(program, "imports undone: 0 0, 0 0");
            assertThat(answer("SELECT string_agg(state || ' ' || attempt || ' ' || done, ', ' ORDER BY queued_at)"
                            + " FROM platform.jobs_run WHERE kind LIKE 'imports.%'"))
                    .isEqualTo(String.join(", ", Collections.nCopies(4, "DONE 2 " + ImportProgram.ROWS)));
        }
        Files.delete(link);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void resumesTheGeneralLedgerOfFiftyThousandLinesAfterCrash() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        var environment = Map.of(
                "CONVERGENCE_DATA_DIR",
                folder.toString(),
                "PORT",
                "0",
                "CONVERGENCE_JOBS_PULSE",
                "1s",
                ImportProgram.LEDGER,
                "true");
        try (var program = ChildProcess.start(ImportProgram.class, environment)) {
            awaitLine(program, "imports begun");
            killInTheMidstOf("imports.run", 1, program);
        }
        int lines = ImportProgram.ACCOUNTS * ImportProgram.LINES_OF_AN_ACCOUNT;
        assertThat(lines).isGreaterThanOrEqualTo(50_000);
        try (var program = ChildProcess.start(ImportProgram.class, environment)) {
            awaitLine(program, "imports done: %1$d %1$d %2$d".formatted(lines, ImportProgram.ACCOUNTS));
            assertThat(answer("SELECT count(*) || ' ' || sum(amount)::numeric(12, 2) FROM resources.ledger_books_line"))
                    .isEqualTo(lines + " " + new BigDecimal("12.50").multiply(BigDecimal.valueOf(lines)));
            assertThat(answer("SELECT count(*) FROM resources.ledger_books")).isEqualTo("1");
            assertThat(answer("SELECT state || ' ' || attempt FROM platform.jobs_run WHERE kind = 'imports.run'"))
                    .isEqualTo("DONE 2");
        }
        Files.delete(link);
    }

    /** Kills once both imports are well under way; their second attempt shows at the end that neither was finished. */
    private void killInTheMidstOf(String work, ChildProcess program) {
        killInTheMidstOf(work, 2, program);
    }

    private void killInTheMidstOf(String work, int runs, ChildProcess program) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> Integer.parseInt(answer("SELECT count(*) FROM platform.jobs_run WHERE done >= "
                                + BEFORE_THE_CUT + " AND kind = '" + work + "'"))
                        == runs);
        program.kill();
    }

    private static void awaitLine(ChildProcess program, String line) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> program.lines().contains(line) || !program.isAlive());
        assertThat(program.lines()).as(String.join("\n", program.lines())).contains(line);
    }

    private String answer(String query) throws SQLException {
        DatabaseAddress owner = EmbeddedServer.startOrJoin(folder).owner();
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
