package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stolen backup grants no access, and a restored one revives no revoked access. */
@Tag(TestTags.INTEGRATION)
class NotBackedUpTest {

    private static final String SECRET = "73656372657420c3a0206c61697373657220646568";

    @TempDir
    Path folder;

    private final TestDatabase source = TestDatabase.migrated();

    @AfterEach
    void drop() {
        source.drop();
    }

    @Test
    void excludesTablesWithSecretHashes() throws SQLException {
        Set<String> secret = answers(source.owner(), """
                SELECT table_schema || '.' || table_name FROM information_schema.columns
                WHERE column_name ~ '(token|ticket|secret|password).*' AND data_type = 'bytea'
                """);
        assertThat(secret).contains("identity.session", "identity.api_token", "identity.sign_in_link");
        // Unsubscribe links work for ever (R-CASL-11), also after a restore; their hash grants no access.
        secret.remove("directory.consent_link");
        assertThat(BackupTable.findExcluded(source.owner().connect())).containsAll(secret);
    }

    @Test
    void noSavedRowRefersToExcludedTable() throws SQLException {
        assertThat(answers(source.owner(), """
                        SELECT conrelid::regclass || ' → ' || confrelid::regclass FROM pg_constraint
                        WHERE contype = 'f'
                          AND confrelid IN (SELECT table_name::regclass FROM platform.backup_left_out)
                          AND conrelid NOT IN (SELECT table_name::regclass FROM platform.backup_left_out)
                        """)).isEmpty();
    }

    /** Tables are restored in any order, with all foreign keys deferred. */
    @Test
    void everyForeignKeyCanBeDeferred() throws SQLException {
        assertThat(answers(source.owner(), """
                        SELECT conrelid::regclass || ' ' || conname FROM pg_constraint
                        WHERE contype = 'f' AND NOT condeferrable AND connamespace NOT IN ('pg_catalog'::regnamespace)
                        """)).isEmpty();
    }

    @Test
    void backupGrantsNoAccessAndRestoreRevivesNone() throws Exception {
        execute(source.owner(), """
                INSERT INTO identity.account (id, version, mail, name, created_at)
                VALUES ('00000000-0000-7000-8000-00000000000a', 0, 'solange@exemple.org', 'Solange D’Août', now())
                """, """
                INSERT INTO identity.session (id, account_id, token_hash, created_at, last_seen_at, expires_at, device)
                VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', '\\x%s', now(), now(), now(), '')
                """.formatted(SECRET), """
                INSERT INTO identity.sign_in_link (id, account_id, token_hash, created_at, expires_at)
                VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', '\\x%s', now(), now())
                """.formatted(SECRET), """
                INSERT INTO identity.api_token (id, account_id, name, token_hash, natures, created_at, expires_at)
                VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', 'x', '\\x%s', '{READ}', now(), now())
                """.formatted(SECRET));
        String role = source.application().user();
        Path file = folder.resolve("all.zip");
        new BackupWriter(source.owner(), role).write(file, rows -> {});

        assertThat(contents(file)).contains("Solange").doesNotContain(SECRET);
        var target = TestDatabase.migrated();
        try (BackupFile backup = BackupFile.open(file)) {
            new DatabaseRestore(target.owner(), role, java.util.List.of()).restore(backup);
        }
        assertThat(answers(target.owner(), "SELECT name FROM identity.account")).containsExactly("Solange D’Août");
        for (String table : new String[] {"session", "sign_in_link", "api_token"}) {
            assertThat(answers(target.owner(), "SELECT count(*)::text FROM identity." + table))
                    .as(table)
                    .containsExactly("0");
        }
        target.drop();
    }

    private static String contents(Path zip) throws Exception {
        var all = new StringBuilder();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : java.util.Collections.list(file.entries())) {
                try (InputStream stream = file.getInputStream(entry)) {
                    all.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private static Set<String> answers(DatabaseAddress address, String query) throws SQLException {
        var answers = new TreeSet<String>();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
