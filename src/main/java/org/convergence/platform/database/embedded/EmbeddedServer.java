package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Our own PostgreSQL under the data directory: durable, on loopback, by password, on a free port. One process at a time
 * owns a data directory; a second start is refused, and a server that a killed run left behind is stopped first.
 */
public final class EmbeddedServer implements DatabaseServer {

    private static final int ATTEMPTS = 5;

    private final DataDirectory data;
    private final ServerPrograms programs;
    private final ServerAccount account;
    private final ServerPasswords passwords;
    private final int port;
    private final @Nullable FileLock lock;

    private EmbeddedServer(
            DataDirectory data,
            ServerPrograms programs,
            ServerAccount account,
            ServerPasswords passwords,
            int port,
            @Nullable FileLock lock) {
        this.data = data;
        this.programs = programs;
        this.account = account;
        this.passwords = passwords;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the server, making its cluster the first time.
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

    /** Joins the server that another process of ours runs on the directory, or starts it where none does. */
    public static EmbeddedServer startOrJoin(Path root) {
        try {
            DataDirectory data = DataDirectory.at(root);
            FileLock lock = data.tryLock();
            if (lock != null) {
                lock.channel().close();
                return start(root, true);
            }
            int port = new LeftoverServer(data.cluster()).port().orElseThrow(data::inUse);
            ServerPrograms programs = ServerPrograms.under(data.programs());
            return new EmbeddedServer(
                    data,
                    programs,
                    ServerAccount.choose(data.root(), programs),
                    ServerPasswords.keptIn(data.passwords()),
                    port,
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedServer start(DataDirectory data, boolean durable, FileLock lock) throws IOException {
        ServerPrograms programs = ServerPrograms.under(data.programs());
        ServerAccount account = ServerAccount.choose(data.root(), programs);
        var cluster = new Cluster(data, programs, account);
        new LeftoverServer(data.cluster()).settle(account, programs);
        ServerPasswords passwords = cluster.ready();
        IOException failure = new IOException("no free port");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                int port = freePort();
                ServerSettings.write(data.cluster(), port, durable);
                account.own(data.cluster());
                launch(data, programs, account);
                var server = new EmbeddedServer(data, programs, account, passwords, port, lock);
                server.prepare();
                return server;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static void launch(DataDirectory data, ServerPrograms programs, ServerAccount account) throws IOException {
        Files.deleteIfExists(data.startLog());
        Programs.Answer answer = Programs.run(
                account.command(List.of(
                        programs.path("pg_ctl"),
                        "start",
                        "-D",
                        data.cluster().toString(),
                        "-w",
                        "-t",
                        "120",
                        "-l",
                        data.startLog().toString())),
                "",
                Duration.ofSeconds(130));
        if (!answer.succeeded()) {
            String log = Files.exists(data.startLog()) ? Files.readString(data.startLog()) : answer.text();
            throw new IOException("PostgreSQL does not start: " + log.strip());
        }
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

    /** The server's superuser, for what concerns the server and not our rows. */
    public DatabaseAddress administrator() {
        return address("convergence_admin", passwords.administrator(), "postgres");
    }

    /** The data directory, in which everything else lives as well. */
    public Path directory() {
        return data.root();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isJoined() {
        return lock == null;
    }

    /** Stops the server, if this process started it, and frees the directory. */
    @Override
    public void close() {
        if (lock == null || !lock.isValid()) {
            return;
        }
        try {
            new LeftoverServer(data.cluster()).stop(account, programs);
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseAddress address(String user, String password, String database) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
