package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL server under the data directory: durable, on loopback, with passwords, on a free port. One
 * process at a time owns a data directory; a second start is refused, and a server left by a killed run is stopped
 * first.
 */
public final class EmbeddedServer implements DatabaseServer {

    private final DataDirectory data;
    private final ServerPasswords passwords;
    private final int port;
    private final @Nullable RunningServer running;

    /** Held only by the process that started the server. */
    private record RunningServer(ServerProcess process, FileLock lock) {}

    private EmbeddedServer(DataDirectory data, ServerPasswords passwords, int port, @Nullable RunningServer running) {
        this.data = data;
        this.passwords = passwords;
        this.port = port;
        this.running = running;
    }

    /**
     * Starts the server, creating its cluster at the first start.
     *
     * @param durable off only where the data may be lost, as in tests
     * @throws DatabaseUnavailable if another process holds the directory, or the server does not start
     */
    public static EmbeddedServer start(Path root, boolean durable) {
        try {
            DataDirectory data = DataDirectory.at(root);
            FileLock lock = data.tryLock();
            if (lock == null) {
                throw data.inUse();
            }
            try {
                return start(data, durable, lock);
            } catch (IOException | RuntimeException e) {
                lock.channel().close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database under " + root + " cannot be started: " + e.getMessage(),
                    "Look at the free space and the rights of the directory.",
                    e);
        }
    }

    /** Joins the server that another process of ours runs on the directory, or starts it if there is none. */
    public static EmbeddedServer startOrJoin(Path root) {
        try {
            DataDirectory data = DataDirectory.at(root);
            FileLock lock = data.tryLock();
            if (lock != null) {
                lock.channel().close();
                return start(root, true);
            }
            int port = new LeftoverServer(data.cluster()).port().orElseThrow(data::inUse);
            return new EmbeddedServer(data, ServerPasswords.load(data.passwords()), port, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedServer start(DataDirectory data, boolean durable, FileLock lock) throws IOException {
        ServerPrograms programs = ServerPrograms.under(data.programs());
        ServerAccount account = ServerAccount.choose(data.root(), programs);
        new LeftoverServer(data.cluster()).cleanUp(account, programs);
        ServerPasswords passwords = new DatabaseCluster(data, programs, account, durable).prepare();
        var process = new ServerProcess(data, programs, account, durable);
        process.start();
        var server = new EmbeddedServer(data, passwords, process.port(), new RunningServer(process, lock));
        server.prepare();
        return server;
    }

    private void prepare() {
        try {
            new ServerRoles(administrator(), passwords).ensure();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public DatabaseAddress application() {
        return address("convergence", passwords.application(), "convergence");
    }

    @Override
    public DatabaseAddress owner() {
        return address("convergence_owner", passwords.owner(), "convergence");
    }

    /** The server's superuser, for administration of the server. */
    public DatabaseAddress administrator() {
        return address("convergence_admin", passwords.administrator(), "postgres");
    }

    /** The data directory, in which all other files live as well. */
    public Path directory() {
        return data.root();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isJoined() {
        return running == null;
    }

    /** Stops the server, if this process started it, and frees the directory. */
    @Override
    public void close() {
        if (running == null || !running.lock().isValid()) {
            return;
        }
        try {
            running.process().stop();
            running.lock().channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseAddress address(String user, String password, String database) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** Creates the embedded server's two roles and its database where they are missing. */
    private record ServerRoles(DatabaseAddress administrator, ServerPasswords passwords) {

        void ensure() {
            try (Connection connection = administrator.connect();
                    Statement statement = connection.createStatement()) {
                ensureRole(statement, "convergence_owner", passwords.owner(), "CREATEDB");
                ensureRole(statement, "convergence", passwords.application(), "NOCREATEDB");
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = 'convergence'")) {
                    statement.execute("CREATE DATABASE convergence OWNER convergence_owner");
                    statement.execute("REVOKE ALL ON DATABASE convergence FROM PUBLIC");
                    statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE convergence TO convergence");
                }
                // A checkpoint removes names from the write-ahead log after a person is sealed.
                statement.execute("GRANT pg_checkpoint TO convergence_owner");
                allowWalSwitch();
            } catch (SQLException e) {
                throw new DatabaseUnavailable(
                        "The embedded database rejects its roles: " + e.getMessage(),
                        "Remove postgres.passwords from the data directory and start again.",
                        e);
            }
        }

        private void allowWalSwitch() throws SQLException {
            try (Connection connection = administrator.inDatabase("convergence").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("GRANT EXECUTE ON FUNCTION pg_catalog.pg_switch_wal() TO convergence_owner");
            }
        }

        private void ensureRole(Statement statement, String role, String password, String right) throws SQLException {
            boolean known = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
            statement.execute((known ? "ALTER ROLE " : "CREATE ROLE ") + role + " LOGIN " + right + " PASSWORD '"
                    + password + "'");
        }

        private static boolean exists(Statement statement, String query) throws SQLException {
            try (var rows = statement.executeQuery(query)) {
                return rows.next();
            }
        }
    }
}
