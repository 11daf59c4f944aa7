package org.convergence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A database for tests, on one server per process of a run. The migrated template is kept under {@code target} between
 * runs while the migrations stay the same; cloning it takes some tens of milliseconds.
 */
public final class TestDatabase {

    /** The number of this process among those of a run. */
    static final String FORK = System.getProperty("convergence.fork", "1");

    private static final AtomicInteger COUNT = new AtomicInteger();

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

    /** Resets the database to its first state. */
    public TestDatabase reset() {
        drop();
        execute("CREATE DATABASE " + name + " OWNER convergence_owner"
                + (empty ? "" : " TEMPLATE " + Server.TEMPLATE + " STRATEGY FILE_COPY"));
        return this;
    }

    public void drop() {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    public DatabaseAddress owner() {
        return Server.RUNNING.owner().inDatabase(name);
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
        try (Connection connection = Server.RUNNING.administrator().connect();
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

        static final EmbeddedServer RUNNING = start();
        static final String TEMPLATE = template();

        private static EmbeddedServer start() {
            EmbeddedServer server;
            try {
                server = EmbeddedServer.start(Path.of("target", "test-database-" + FORK), false);
            } catch (DatabaseUnavailable takenByAnotherRun) {
                try {
                    server = EmbeddedServer.start(Files.createTempDirectory("convergence-test"), false);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }

        private static String template() {
            String template = "template_" + migrationsHash();
            List<String> known = databases();
            for (String name : known) {
                boolean old = name.startsWith("test_") || name.startsWith("template_") || name.equals("draft");
                if (old && !name.equals(template)) {
                    execute("DROP DATABASE " + name + " WITH (FORCE)");
                }
            }
            if (!known.contains(template)) {
                execute("CREATE DATABASE draft OWNER convergence_owner");
                var schema = new DatabaseSchema(
                        RUNNING.owner().inDatabase("draft"),
                        RUNNING.application().user());
                schema.prepare();
                schema.migrate();
                execute("ALTER DATABASE draft RENAME TO " + template);
            }
            return template;
        }

        private static List<String> databases() {
            var names = new ArrayList<String>();
            try (Connection connection = RUNNING.administrator().connect();
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
