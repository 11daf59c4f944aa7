package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. If it dies while the application runs, it is started again on the same port. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final int ATTEMPTS = 5;
    private static final int SECONDS_BETWEEN_REVIVALS = 5;

    private final DataDirectory data;
    private final ServerPrograms programs;
    private final ServerAccount account;
    private final boolean durable;
    private int port;
    private boolean wanted;
    private CompletableFuture<Void> watch = CompletableFuture.completedFuture(null);

    ServerProcess(DataDirectory data, ServerPrograms programs, ServerAccount account, boolean durable) {
        this.data = data;
        this.programs = programs;
        this.account = account;
        this.durable = durable;
    }

    int port() {
        return port;
    }

    /** Starts it on a free port. */
    synchronized void start() throws IOException {
        IOException failure = new IOException("no free port");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                port = freePort();
                launch();
                wanted = true;
                watch();
                return;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Stops it for good. */
    synchronized void stop() throws IOException {
        wanted = false;
        watch.cancel(false);
        leftover().stop(account, programs);
    }

    private void watch() throws IOException {
        var process = leftover().process();
        if (process.isPresent()) {
            watch = process.get().onExit().thenRun(this::revive);
        }
    }

    private synchronized void revive() {
        if (!wanted) {
            return;
        }
        LOG.error("The database server stopped unexpectedly; restarting it");
        try {
            leftover().cleanUp(account, programs);
            launch();
            watch();
        } catch (IOException e) {
            LOG.error("The database server does not restart yet: {}", e.getMessage());
            CompletableFuture.delayedExecutor(SECONDS_BETWEEN_REVIVALS, TimeUnit.SECONDS)
                    .execute(this::revive);
        }
    }

    private void launch() throws IOException {
        ServerSettings.write(data.cluster(), port, durable);
        account.takeOwnership(data.cluster());
        Files.deleteIfExists(data.startLog());
        var command = account.command(List.of(
                programs.path("pg_ctl"),
                "start",
                "-D",
                data.cluster().toString(),
                "-w",
                "-t",
                "120",
                "-l",
                data.startLog().toString()));
        ProgramRunner.ProgramResult answer = ProgramRunner.run(command, "", Duration.ofSeconds(130));
        if (!answer.succeeded()) {
            String log = Files.exists(data.startLog()) ? Files.readString(data.startLog()) : answer.text();
            throw new IOException("PostgreSQL does not start: " + log.strip());
        }
    }

    private LeftoverServer leftover() {
        return new LeftoverServer(data.cluster());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
