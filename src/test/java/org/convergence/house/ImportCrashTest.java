package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.AnotherProcess;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long file on its way in, or back out, when the power goes: after the next start it goes on, and nothing twice. */
@Tag("slow")
class ImportCrashTest {

    /** A start and five thousand rows, on a slow machine that is busy with something else. */
    static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final int BEFORE_THE_CUT = 400;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"organisations", "realisations"})
    void anImportCutShortByAKillGoesOnAfterTheNextStartAndSoDoesItsUndoing(String what) throws Exception {
        Path link = TestDatabase.lendPrograms(folder);
        // Who fell is missed after four beats.
        var environment =
                Map.of("CONVERGENCE_DATA_DIR", folder.toString(), "PORT", "0", "CONVERGENCE_JOBS_PULSE", "1s");
        try (var program = AnotherProcess.start(ImportingProgram.class, environment, what)) {
            awaitLine(program, "import begun");
            killInTheMidstOf("imports.run", program);
            assertThat(program.lines()).noneMatch(line -> line.startsWith("import done"));
        }
        try (var program = AnotherProcess.start(ImportingProgram.class, environment, what)) {
            awaitLine(program, "import done: " + ImportingProgram.ROWS + " " + ImportingProgram.ROWS);
            killInTheMidstOf("imports.undo", program);
            assertThat(program.lines()).noneMatch(line -> line.startsWith("import undone"));
        }
        try (var program = AnotherProcess.start(ImportingProgram.class, environment, what)) {
            awaitLine(program, "import undone: 0 0");
            assertThat(answer("SELECT string_agg(state || ' ' || attempt || ' ' || done, ', ' ORDER BY queued_at)"
                            + " FROM platform.jobs_run WHERE kind LIKE 'imports.%'"))
                    .isEqualTo("DONE 2 %1$d, DONE 2 %1$d".formatted(ImportingProgram.ROWS));
        }
        Files.delete(link);
    }

    private void killInTheMidstOf(String work, AnotherProcess program) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> Integer.parseInt(answer("SELECT coalesce(max(done), 0) FROM platform.jobs_run"
                                + " WHERE kind = '" + work + "'"))
                        >= BEFORE_THE_CUT);
        program.kill();
    }

    private static void awaitLine(AnotherProcess program, String line) {
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
