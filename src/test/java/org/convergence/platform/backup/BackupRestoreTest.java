package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.Refused;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(TestTags.INTEGRATION)
class BackupRestoreTest {

    @TempDir
    Path folder;

    private final TestDatabase source = TestDatabase.migrated();
    private final TestDatabase target = TestDatabase.empty();
    private final String role = source.application().user();

    @BeforeEach
    void someRows() throws SQLException {
        execute(source.owner(), """
                INSERT INTO directory.people_organisation (id, name, other_names, note)
                SELECT gen_random_uuid(), 'Syndicat n° ' || n, ARRAY['l''été', E'deux\\nlignes', NULL],
                       CASE WHEN n % 2 = 0 THEN E'tab\\t et antislash \\\\ ' || n END
                FROM generate_series(1, 500) n
                """);
    }

    @AfterEach
    void drop() {
        source.drop();
        target.drop();
    }

    @Test
    void restoresEveryTableAfterWhichTriggersAndSequencesWork() throws Exception {
        Path file = folder.resolve("all.zip");
        BackupManifest saved = new BackupWriter(source.owner(), role).write(file, rows -> {});

        try (BackupFile backup = BackupFile.open(file)) {
            new DatabaseRestore(target.owner(), role, List.of()).restore(backup);
        }

        BackupManifest again = new BackupWriter(target.owner(), role).write(folder.resolve("again.zip"), rows -> {});
        assertThat(again.tables()).isEqualTo(saved.tables());
        assertThat(again.sequences()).isEqualTo(saved.sequences());
        assertThat(saved.rows()).as("organisations and their audit").isGreaterThanOrEqualTo(1000);
        assertThat(answer(target.application(), "SELECT count(*) FROM directory.people_organisation"))
                .as("read by the application's role")
                .isEqualTo("500");

        long before = Long.parseLong(answer(target.owner(), "SELECT max(id) FROM platform.audit_entry"));
        execute(
                target.application(),
                "INSERT INTO directory.people_organisation (id, name) VALUES (gen_random_uuid(), 'Après')");
        assertThat(answer(target.owner(), "SELECT max(id) FROM platform.audit_entry"))
                .isEqualTo(Long.toString(before + 1));
    }

    @Test
    void refusesUsedDatabase() throws Exception {
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});
        var lived = TestDatabase.migrated();
        execute(
                lived.application(),
                "SELECT set_config('convergence.gesture', 'Directory.add', false)",
                "INSERT INTO directory.people_organisation (id, name) VALUES (gen_random_uuid(), 'Déjà là')");
        try (BackupFile backup = BackupFile.open(file)) {
            assertRefused(
                    () -> new DatabaseRestore(lived.owner(), role, List.of()).restore(backup), "backup.not-empty");
        }
        assertThat(answer(lived.application(), "SELECT count(*) FROM directory.people_organisation"))
                .isEqualTo("1");
        lived.drop();
    }

    @Test
    void acceptsUnusedDatabase() throws Exception {
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});
        var started = TestDatabase.migrated();
        try (BackupFile backup = BackupFile.open(file)) {
            new DatabaseRestore(started.owner(), role, List.of()).restore(backup);
        }
        assertThat(answer(started.application(), "SELECT count(*) FROM directory.people_organisation"))
                .isEqualTo("500");
        started.drop();
    }

    @Test
    void refusesDamagedFile() throws Exception {
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});

        Path cut = Files.copy(file, folder.resolve("cut.zip"));
        try (var random = new RandomAccessFile(cut.toFile(), "rw")) {
            random.setLength(random.length() - 100);
        }
        assertRefused(() -> BackupFile.open(cut), "backup.damaged");

        Path changed = Files.copy(file, folder.resolve("changed.zip"));
        rewrite(
                changed,
                "tables/directory.people_organisation.copy",
                text -> text.replaceFirst("Syndicat", "Syndikat"));
        try (BackupFile backup = BackupFile.open(changed)) {
            assertRefused(() -> new DatabaseRestore(target.owner(), role, List.of()).restore(backup), "backup.damaged");
        }

        Path text = Files.writeString(folder.resolve("text.zip"), "not a backup");
        assertRefused(() -> BackupFile.open(text), "backup.damaged");
        assertRefused(() -> BackupFile.open(folder.resolve("nowhere.zip")), "backup.no-file");
        assertThat(answer(target.owner(), "SELECT count(*) FROM pg_tables WHERE tableowner = current_user"))
                .isEqualTo("0");
    }

    @Test
    void refusesBackupOfLaterVersion() throws Exception {
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});
        rewrite(file, "manifest.json", text -> text.replaceFirst("\"schema\":\"\\d+", "\"schema\":\"29991231"));
        try (BackupFile backup = BackupFile.open(file)) {
            assertRefused(() -> new DatabaseRestore(target.owner(), role, List.of()).restore(backup), "backup.newer");
        }
    }

    @Test
    void refusesBackupOlderThanBaselines() throws Exception {
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});
        rewrite(file, "manifest.json", text -> text.replaceFirst("\"schema\":\"[\\d.]+", "\"schema\":\"20261128.0040"));
        try (BackupFile backup = BackupFile.open(file)) {
            assertRefused(() -> new DatabaseRestore(target.owner(), role, List.of()).restore(backup), "backup.older");
        }
        assertThat(answer(target.owner(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'platform'"))
                .isEqualTo("0");
    }

    @Test
    void upgradesBackupOfBaselines() throws Exception {
        var before = TestDatabase.empty();
        var schema = new DatabaseSchema(before.owner(), role);
        schema.prepare();
        schema.migrateTo(DatabaseSchema.BASELINE);
        execute(
                before.owner(),
                "INSERT INTO directory.people_organisation (id, name) VALUES (gen_random_uuid(), 'Avant')");
        Path file = folder.resolve("before.zip");
        new BackupWriter(before.owner(), role).write(file, rows -> {});
        before.drop();

        var started = TestDatabase.migrated();
        try (BackupFile backup = BackupFile.open(file)) {
            assertThat(backup.manifest().schema()).isEqualTo(DatabaseSchema.BASELINE);
            new DatabaseRestore(started.owner(), role, List.of()).restore(backup);
        }

        var restored = new DatabaseSchema(started.owner(), role);
        assertThat(restored.version()).contains(restored.newestVersion());
        assertThat(answer(started.application(), "SELECT name FROM directory.people_organisation"))
                .isEqualTo("Avant");
        started.drop();
    }

    @Test
    void interruptedBackupLeavesNoFile() throws IOException {
        Path file = folder.resolve("all.zip");
        assertThatThrownBy(() -> new BackupWriter(source.owner(), role).write(file, rows -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void reportsUnwritableFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "").resolve("all.zip");
        assertRefused(() -> new BackupWriter(source.owner(), role).write(file, rows -> {}), "backup.cannot-write");
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void assertRefused(Action action, String key) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private static void rewrite(Path zip, String entry, java.util.function.UnaryOperator<String> change)
            throws IOException {
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Path path = files.getPath(entry);
            Files.writeString(path, change.apply(Files.readString(path, StandardCharsets.UTF_8)));
        }
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String each : List.of(statements)) {
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
