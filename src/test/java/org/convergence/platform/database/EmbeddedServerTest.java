package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(TestTags.INTEGRATION)
class EmbeddedServerTest {

    /** A server's files after its first start. */
    @TempDir
    static Path begun;

    @TempDir
    Path folder;

    private Path programs = Path.of("");

    @BeforeAll
    static void aFirstStart() throws Exception {
        Path programs = TestDatabase.linkPrograms(begun);
        EmbeddedServer.start(begun, false).close();
        Files.delete(programs);
    }

    @BeforeEach
    void unpackedOnceForAll() throws Exception {
        programs = TestDatabase.linkPrograms(folder);
    }

    @AfterEach
    void giveBack() throws Exception {
        Files.delete(programs);
    }

    @Test
    void isDurableAndRequiresPassword() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder, true);
                Connection connection = server.application().connect()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(value(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                            .get(4))
                    .as("directory of the socket")
                    .isEmpty();
            assertThat(value(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(value(connection, "SELECT datlocprovider FROM pg_database WHERE datname = 'convergence'"))
                    .isEqualTo("i");
            assertThat(value(connection, "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            var stranger = new DatabaseAddress(server.owner().url(), "convergence_owner", "guess");
            assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void passwordFileIsReadableByItsAccountOnly() throws Exception {
        EmbeddedServer.start(folder, false).close();
        Path passwords = folder.resolve("postgres.passwords");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesSecondStartOnSameDirectory() throws Exception {
        TestDatabase.copyServer(begun, folder);
        try (EmbeddedServer first = EmbeddedServer.start(folder, false)) {
            assertThat(first.isJoined()).isFalse();
            assertThatThrownBy(() -> EmbeddedServer.start(folder, false))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("already runs");
        }
    }

    @Test
    void commandLineJoinsRunningServer() throws Exception {
        TestDatabase.copyServer(begun, folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            try (EmbeddedServer joined = EmbeddedServer.startOrJoin(folder)) {
                assertThat(joined.isJoined()).isTrue();
                assertThat(joined.owner()).isEqualTo(server.owner());
            }
            try (Connection connection = server.owner().connect()) {
                assertThat(value(connection, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void keepsRowsAcrossRestart() throws Exception {
        TestDatabase.copyServer(begun, folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            execute(server, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('écrit')");
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder, false);
                Connection connection = server.owner().connect()) {
            assertThat(value(connection, "SELECT word FROM kept")).isEqualTo("écrit");
        }
    }

    @Test
    void replacesLostPasswords() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            execute(server, "CREATE TABLE kept (word text)");
        }
        Files.delete(folder.resolve("postgres.passwords"));
        try (EmbeddedServer server = EmbeddedServer.start(folder, false);
                Connection connection = server.owner().connect()) {
            assertThat(value(connection, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void refusesClusterOfOtherMajorVersion() throws Exception {
        TestDatabase.copyServer(begun, folder);
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedServer.start(folder, false))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("PostgreSQL 16");
    }

    @Test
    void startsDespiteReusedPid() throws Exception {
        TestDatabase.copyServer(begun, folder);
        Files.writeString(
                folder.resolve("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n0\n5432\n\n127.0.0.1\n0 0\n");
        EmbeddedServer.start(folder, false).close();
    }

    private static void execute(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = server.owner().connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void startsDespiteTruncatedPidFile() throws Exception {
        TestDatabase.copyServer(begun, folder);
        for (String left : List.of("", "\n", "4294967\n/data", "half a line")) {
            Files.writeString(folder.resolve("postgres/postmaster.pid"), left);
            try (EmbeddedServer server = EmbeddedServer.start(folder, false);
                    Connection connection = server.application().connect()) {
                assertThat(value(connection, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
