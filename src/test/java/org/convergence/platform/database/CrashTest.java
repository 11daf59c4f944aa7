package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.SmallDisk;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged writes survive every kind of crash. */
@Tag(TestTags.INTEGRATION)
class CrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path programs = Path.of("");

    @BeforeEach
    void unpackedOnceForAll() throws IOException {
        programs = TestDatabase.linkPrograms(folder);
    }

    @AfterEach
    void giveBack() throws IOException {
        Files.deleteIfExists(programs);
    }

    @Test
    @Tag(TestTags.SLOW)
    void killedApplicationLosesNoAcknowledgedRow() throws Exception {
        try (var writer = ChildProcess.start(CrashTestWriter.class, Map.of(), folder.toString())) {
            await().atMost(PATIENCE).until(() -> numbers(writer).size() > 200);
            writer.kill();
            assertEverythingIsThere(writer);
        }
    }

    @Test
    void killedServerLosesNoAcknowledgedRow() throws Exception {
        try (var writer = ChildProcess.start(CrashTestWriter.class, Map.of(), folder.toString())) {
            await().atMost(PATIENCE).until(() -> numbers(writer).size() > 200);
            server(folder).destroyForcibly();
            writer.kill();
            assertEverythingIsThere(writer);
        }
    }

    @Test
    @Tag(TestTags.SLOW)
    void restartsDeadServerWhileApplicationRuns() throws Exception {
        try (var writer = ChildProcess.start(CrashTestWriter.class, Map.of(), folder.toString())) {
            await().atMost(PATIENCE).until(() -> numbers(writer).size() > 100);
            ProcessHandle first = server(folder);
            first.destroyForcibly();
            await().atMost(PATIENCE).until(() -> writer.lines().contains("lost the server"));
            int before = numbers(writer).size();
            await().atMost(PATIENCE).until(() -> numbers(writer).size() > before + 50);
            writer.kill();
            assertEverythingIsThere(writer);
        }
    }

    @Test
    @Tag(TestTags.SLOW)
    void fullDiskLosesNothingAndRecovers() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 160)) {
            Path link = TestDatabase.linkPrograms(disk.path());
            try (var writer = ChildProcess.start(
                    CrashTestWriter.class, Map.of(), disk.path().toString())) {
                await().atMost(PATIENCE).until(() -> numbers(writer).size() > 100);
                Path ballast = disk.fill();
                await().atMost(PATIENCE).until(() -> writer.lines().contains("lost the server"));
                int before = numbers(writer).size();
                Files.delete(ballast);
                await().atMost(PATIENCE).until(() -> numbers(writer).size() > before + 50);
                writer.kill();
                assertEverythingIsThere(disk.path(), writer);
            }
            Files.delete(link);
        }
    }

    private void assertEverythingIsThere(ChildProcess writer) throws SQLException {
        assertEverythingIsThere(folder, writer);
    }

    private static void assertEverythingIsThere(Path data, ChildProcess writer) throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(data, true);
                Connection connection = server.owner().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT number FROM public.written ORDER BY number")) {
            var there = new java.util.HashSet<Integer>();
            while (rows.next()) {
                there.add(rows.getInt(1));
            }
            assertThat(there).containsAll(numbers(writer));
        }
    }

    private static List<Integer> numbers(ChildProcess writer) {
        return writer.lines().stream()
                .filter(line -> line.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    private static ProcessHandle server(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
