package org.convergence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * A database for tests, on one server per process of a run. The migrated template is kept under {@code target} between
 * runs while the migrations stay the same; the server of a run has a copy in memory, where a clone takes some tens of
 * milliseconds.
 */
public final class TestDatabase {

    /** The number of this process among those of a run. */
    static final String FORK = System.getProperty("convergence.fork", "1");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<String> SAVED = new HashSet<>();

    private final String name;
    private final boolean empty;

    private TestDatabase(String name, boolean empty) {
        this.name = name;
        this.empty = empty;
    }

    /** A database with every migration applied. */
    public static TestDatabase migrated() {
        return new TestDatabase("test_" + COUNT.incrementAndGet(), false).reset();
    }

    /** An empty database. */
    public static TestDatabase empty() {
        return new TestDatabase("test_" + COUNT.incrementAndGet(), true).reset();
    }

    /** The server of this run. */
    public static EmbeddedServer server() {
        return Server.RUNNING;
    }

    /** Links the unpacked programs into another data directory; the caller removes the link. */
    public static Path linkPrograms(Path dataDirectory) throws IOException {
        Path ours = Server.RUNNING.directory().resolve("programs");
        return Files.createSymbolicLink(dataDirectory.resolve("programs"), ours);
    }

    /** Copies the files of a stopped server into another data directory. */
    public static void copyServer(Path from, Path to) throws IOException {
        MemoryFolder.copy(List.of(from.resolve("postgres"), from.resolve("postgres.passwords")), to);
    }

    /** Resets the database to its first state. */
    public TestDatabase reset() {
        execute(
                dropping(name),
                empty ? "CREATE DATABASE " + name + " OWNER convergence_owner" : cloning(Server.TEMPLATE, name));
        return this;
    }

    /** Resets the database to a saved state; false if no state of this name was saved in this run. */
    boolean restore(String state) {
        if (!SAVED.contains(state)) {
            return false;
        }
        execute(dropping(name), cloning("test_state_" + state, name));
        return true;
    }

    /** Saves the present state under a name, for this run. It closes all connections to the database. */
    void save(String state) {
        // Nobody may be connected to a database while it is cloned.
        execute(
                "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + name + "'",
                cloning(name, "test_state_" + state),
                "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        SAVED.add(state);
    }

    private static String cloning(String template, String database) {
        return "CREATE DATABASE " + database + " OWNER convergence_owner TEMPLATE " + template + " STRATEGY FILE_COPY";
    }

    private static String dropping(String database) {
        return "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)";
    }

    public void drop() {
        execute(dropping(name));
    }

    public DatabaseAddress owner() {
        return Server.RUNNING.owner().inDatabase(name);
    }

    public DatabaseAddress administrator() {
        return Server.RUNNING.administrator().inDatabase(name);
    }

    public DatabaseAddress application() {
        return Server.RUNNING.application().inDatabase(name);
    }

    /** The environment that connects an application in another process to this database. */
    public Map<String, String> environment() {
        return Map.of(
                "CONVERGENCE_DATABASE_URL", address(application()),
                "CONVERGENCE_DATABASE_OWNER_URL", address(owner()));
    }

    static String address(DatabaseAddress address) {
        return address.url() + "?user=" + address.user() + "&password=" + address.password();
    }

    private static void execute(String... statements) {
        execute(Server.RUNNING, statements);
    }

    private static void execute(EmbeddedServer server, String... statements) {
        try (Connection connection = server.administrator().connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started by the first test that needs it, stopped with the run. */
    private static final class Server {

        static final EmbeddedServer RUNNING;
        static final String TEMPLATE;

        static {
            TestTags.requireIntegration();
            // The processes of a run use the folder in turn: the first unpacks and migrates, the others copy.
            try (var turn = FileChannel.open(
                    Path.of("target", "test-database.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                EmbeddedServer kept = startKept();
                String migrated = template(kept);
                RUNNING = inMemory(kept);
                TEMPLATE = RUNNING == kept ? migrated : shared(RUNNING, migrated);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The server under {@code target}, or a new one if another run has it. */
        private static EmbeddedServer startKept() throws IOException {
            try {
                return EmbeddedServer.start(Path.of("target", "test-database"), false);
            } catch (DatabaseUnavailable takenByAnotherRun) {
                return EmbeddedServer.start(Files.createTempDirectory("convergence-test"), false);
            }
        }

        /** Goes on with a copy of the server in memory, where there is enough. */
        private static EmbeddedServer inMemory(EmbeddedServer kept) throws IOException {
            Path memory = MemoryFolder.create().orElse(null);
            if (memory == null) {
                Runtime.getRuntime().addShutdownHook(new Thread(kept::close));
                return kept;
            }
            kept.close();
            Path disk = kept.directory();
            copyServer(disk, memory);
            Files.createSymbolicLink(memory.resolve("programs"), disk.resolve("programs"));
            EmbeddedServer server = EmbeddedServer.start(memory, false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                try {
                    Files.delete(memory.resolve("programs"));
                    FileSystemUtils.deleteRecursively(memory);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server;
        }

        /**
         * Puts the migrated database in the place of the server's empty one, from which the application makes the
         * database in which it verifies a backup: it then needs no migration.
         */
        private static String shared(EmbeddedServer server, String migrated) {
            execute(
                    server,
                    "ALTER DATABASE template0 RENAME TO test_none",
                    "ALTER DATABASE " + migrated + " RENAME TO template0");
            return "template0";
        }

        private static String template(EmbeddedServer server) {
            // Stores the password again, with the few rounds of a server for tests.
            DatabaseAddress administrator = server.administrator();
            execute(server, "ALTER ROLE " + administrator.user() + " PASSWORD '" + administrator.password() + "'");
            String template = "template_" + migrationsHash();
            List<String> known = databases(server);
            for (String name : known) {
                boolean old = name.startsWith("test_") || name.startsWith("template_") || name.equals("draft");
                if (old && !name.equals(template)) {
                    execute(server, "DROP DATABASE " + name + " WITH (FORCE)");
                }
            }
            if (!known.contains(template)) {
                execute(server, "CREATE DATABASE draft OWNER convergence_owner");
                var schema = new DatabaseSchema(
                        server.owner().inDatabase("draft"), server.application().user());
                schema.prepare();
                schema.migrate();
                execute(server, "ALTER DATABASE draft RENAME TO " + template);
            }
            return template;
        }

        private static List<String> databases(EmbeddedServer server) {
            var names = new ArrayList<String>();
            try (Connection connection = server.administrator().connect();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT datname FROM pg_database")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return names;
        }

        private static String migrationsHash() {
            var sum = new CRC32();
            try {
                for (Resource each :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
                    sum.update(String.valueOf(each.getFilename()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    sum.update(each.getContentAsByteArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Long.toHexString(sum.getValue());
        }
    }
}
