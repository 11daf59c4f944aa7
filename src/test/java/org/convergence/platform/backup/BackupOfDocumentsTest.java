package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentTestRows;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored files are backed up and restored completely. */
@Tag(TestTags.INTEGRATION)
class BackupOfDocumentsTest {

    @TempDir
    Path folder;

    private final TestDatabase source = TestDatabase.migrated();
    private final TestDatabase target = TestDatabase.migrated();
    private final String role = source.application().user();

    @AfterEach
    void drop() {
        source.drop();
        target.drop();
    }

    @Tag("slow")
    @Test
    void backsUpLargeFilesInLittleMemory() throws Exception {
        DocumentTestRows.fill(source.owner(), 8, 50);
        Path file = folder.resolve("all.zip");
        var owner = source.owner();
        try (var program = ChildProcess.start(
                BackupRestoreProgram.class,
                Map.of("_JAVA_OPTIONS", "-Xmx64m"),
                owner.url(),
                target.owner().url(),
                owner.user(),
                owner.password(),
                role,
                file.toString())) {
            await().atMost(Duration.ofMinutes(3)).until(() -> !program.isAlive());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(program.lines()).anyMatch(line -> line.startsWith("done: ")));
        }
        assertThat(Files.size(file)).isBetween(100L << 20, 125L << 20);
        assertThat(answer(target, "SELECT count(*) || ' ' || sum(length(bytes)) FROM platform.document_chunk"))
                .isEqualTo("400 " + (100L << 20));
    }

    @Test
    void refusesChangedFile() throws Exception {
        DocumentTestRows.fill(source.owner(), 2, 3);
        Path whole = folder.resolve("whole.zip");
        new BackupWriter(source.owner(), role).write(whole, rows -> {});
        execute("""
                UPDATE platform.document_chunk SET bytes = set_byte(bytes, 7, 255 - get_byte(bytes, 7))
                WHERE number = 1 AND document = (SELECT max(id::text)::uuid FROM platform.document)
                """);
        Path damaged = folder.resolve("damaged.zip");
        new BackupWriter(source.owner(), role).write(damaged, rows -> {});
        assertThatThrownBy(() -> restore(damaged)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("backup.differs");
            assertThat(refused.arguments()).containsExactly("platform.document");
        });
        target.reset();
        restore(whole);
        assertThat(answer(target, "SELECT count(*) FROM platform.document")).isEqualTo("2");
    }

    @Test
    void refusesFileWithoutContent() throws Exception {
        DocumentTestRows.fill(source.owner(), 2, 1);
        execute("DELETE FROM platform.document_chunk");
        Path file = folder.resolve("hollow.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});
        assertThatThrownBy(() -> restore(file)).isInstanceOf(Refused.class);
    }

    private void restore(Path file) throws Exception {
        try (BackupFile backup = BackupFile.open(file)) {
            new DatabaseRestore(target.owner(), role, List.of(DocumentTestRows.check())).restore(backup);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = source.owner().connect();
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    private static String answer(TestDatabase database, String question) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
