package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.convergence.Convergence;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.SmallDisk;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupted backup leaves no file that looks like one. */
@Tag("slow")
class BackupCrashTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void killedBackupIsMadeAfterRestart() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        var environment = Map.of("CONVERGENCE_DATA_DIR", folder.toString(), "PORT", "0");
        Path backups = folder.resolve("backups");
        try (var application = ChildProcess.start(Convergence.class, environment)) {
            awaitStart(application);
            DatabaseAddress owner = EmbeddedServer.startOrJoin(folder).owner();
            execute(owner, """
                    INSERT INTO platform.audit_entry (actor_label, gesture, table_name, row_id, operation, after)
                    SELECT 'nobody', '', 'none', n, 'INSERT', jsonb_build_object('text', repeat(md5(n::text), 20))
                    FROM generate_series(1, 250000) n
                    """, """
                    INSERT INTO platform.jobs_run (id, kind, label_key, parameters, state, actor, queued_at)
                    VALUES ('00000000-0000-7000-8000-000000000001', 'backup', 'backup.job.by-hand',
                            '{"reason": "BY_HAND"}', 'QUEUED',
                            '{"id": "00000000-0000-0000-0000-000000000000", "label": "a test", "permissions": []}', now())
                    """, """
                    INSERT INTO platform.jobs_scheduled (task_name, task_instance, execution_time, picked, version)
                    VALUES ('run', '00000000-0000-7000-8000-000000000001', now(), false, 1)
                    """);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> names(backups).anyMatch(name -> name.endsWith(".part")));
            application.kill();
        }
        assertThat(names(backups)).isNotEmpty().allMatch(name -> name.endsWith(".part"));

        try (var application = ChildProcess.start(Convergence.class, environment)) {
            awaitStart(application);
            DatabaseAddress owner = EmbeddedServer.startOrJoin(folder).owner();
            await().atMost(PATIENCE)
                    .until(() ->
                            answer(owner, "SELECT state FROM platform.jobs_run").matches("DONE|FAILED|STOPPED"));
            assertThat(answer(owner, "SELECT state FROM platform.jobs_run")).isEqualTo("DONE");
        }
        List<StoredBackup> made = new BackupFolder(backups).findAll();
        assertThat(made)
                .singleElement()
                .satisfies(backup -> assertThat(backup.isVerified()).isTrue());
        assertThat(names(backups)).noneMatch(name -> name.endsWith(".part"));
        Files.delete(link);
    }

    @Test
    void reportsFullDiskAndLeavesNoFile() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        execute(database.owner(), """
                INSERT INTO platform.audit_entry (actor_label, gesture, table_name, row_id, operation, after)
                SELECT 'nobody', '', 'none', n, 'INSERT',
                       (SELECT jsonb_agg(md5(random()::text || n || m)) FROM generate_series(1, 20) m)
                FROM generate_series(1, 20000) n
                """);
        try (SmallDisk disk = SmallDisk.mount(folder, 64)) {
            Path target = disk.path().resolve("all.zip");
            var writer =
                    new BackupWriter(database.owner(), database.application().user());
            var filled = new AtomicBoolean();
            assertDiskIsFull(() -> writer.write(target, rows -> {
                if (filled.compareAndSet(false, true)) {
                    fill(disk);
                }
            }));
            assertThat(names(disk.path())).containsExactly("ballast");
            assertDiskIsFull(() -> writer.write(target, rows -> {}));
            assertThat(names(disk.path())).containsExactly("ballast");
        }
        database.drop();
    }

    private static void assertDiskIsFull(Runnable writing) {
        assertThatThrownBy(writing::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("backup.disk-full"));
    }

    private static void fill(SmallDisk disk) {
        try {
            disk.fill();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitStart(ChildProcess application) {
        await().atMost(PATIENCE)
                .until(() -> application.lines().stream().anyMatch(line -> line.matches("Convergence.*http.*"))
                        || !application.isAlive());
        assertThat(application.isAlive())
                .as(String.join("\n", application.lines()))
                .isTrue();
    }

    private static Stream<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
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
