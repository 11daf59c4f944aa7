package org.convergence.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.testing.TestDatabase;

/**
 * A durable PostgreSQL server for several nodes, with enough connections for them; it can be restarted after a crash.
 */
final class SharedServer implements AutoCloseable {

    private static final String PAUSE = "test_pause";

    private final Path programs;
    private final EmbeddedServer server;

    private SharedServer(Path programs, EmbeddedServer server) {
        this.programs = programs;
        this.server = server;
    }

    static SharedServer start(Path folder) throws IOException, SQLException {
        Path programs = TestDatabase.linkPrograms(folder);
        // The embedded server's own limit allows the connections of one node only.
        try (var first = EmbeddedServer.start(folder, true);
                Connection administrator = first.administrator().connect();
                Statement statement = administrator.createStatement()) {
            statement.execute("ALTER SYSTEM SET max_connections = 100");
        }
        return new SharedServer(programs, EmbeddedServer.start(folder, true));
    }

    /** The environment variables that connect a node to it. */
    Map<String, String> environment() {
        return Map.of(
                "CONVERGENCE_DATABASE_URL", written(server.application()),
                "CONVERGENCE_DATABASE_OWNER_URL", written(server.owner()));
    }

    private static String written(DatabaseAddress address) {
        return address.url() + "?user=" + address.user() + "&password=" + address.password();
    }

    /** Kills it as a power cut would. */
    void kill() throws IOException {
        String pid = Files.readAllLines(server.directory().resolve("postgres/postmaster.pid"))
                .get(0);
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Makes each new row of a table take some milliseconds, so that a test can interrupt work on it. */
    void slowDown(String table, int milliseconds) throws SQLException {
        execute("""
                CREATE OR REPLACE FUNCTION platform.%s() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_sleep(%d / 1000.0); RETURN NEW; END $$
                """.formatted(PAUSE, milliseconds));
        execute("CREATE TRIGGER %1$s BEFORE INSERT ON %2$s FOR EACH ROW EXECUTE FUNCTION platform.%1$s()"
                .formatted(PAUSE, table));
    }

    void speedUp(String table) throws SQLException {
        execute("DROP TRIGGER " + PAUSE + " ON " + table);
    }

    void execute(String sql) throws SQLException {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; empty where there is none. */
    String answer(String question) throws SQLException {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    long count(String what) throws SQLException {
        return Long.parseLong(answer("SELECT count(*) FROM " + what));
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.delete(programs);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
