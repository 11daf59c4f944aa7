package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and removes the remains of a killed run in the cluster's folder: a live server, orphans, a stale pid file. */
record LeftoverServer(Path cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    /** The port of the server that runs on the cluster, if any. */
    Optional<Integer> port() throws IOException {
        List<String> lines = pidLines();
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return ready && isOurs(pid())
                ? Optional.of(Integer.parseInt(lines.get(3).strip()))
                : Optional.empty();
    }

    /** The server's first process, if it lives. */
    Optional<ProcessHandle> process() throws IOException {
        long pid = pid();
        return isOurs(pid) ? ProcessHandle.of(pid) : Optional.empty();
    }

    /**
     * Frees the folder for a start. A live server is stopped cleanly; processes orphaned by a killed server are
     * awaited, since they may still write; a pid file that a full disk cut short, or whose number another program has
     * since received, is removed.
     */
    void cleanUp(ServerAccount account, ServerPrograms programs) throws IOException {
        long pid = pid();
        if (pid > 0 && isOurs(pid)) {
            LOG.info("Stopping the database server left by an earlier run");
            stop(account, programs);
        }
        waitForOrphans();
        if (!isOurs(pid) && (pid == 0 || ProcessHandle.of(pid).isPresent())) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    /** Stops the server: sessions are ended, transactions in flight are rolled back, everything is written. */
    void stop(ServerAccount account, ServerPrograms programs) throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            var command = account.command(
                    List.of(programs.path("pg_ctl"), "stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "60"));
            if (ProgramRunner.run(command, "", Duration.ofSeconds(70)).succeeded() || !isOurs(pid())) {
                return;
            }
        }
    }

    private void waitForOrphans() throws IOException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(15));
        for (List<ProcessHandle> orphans = orphans(); !orphans.isEmpty(); orphans = orphans()) {
            if (Instant.now().isAfter(patience)) {
                orphans.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
        }
    }

    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(p -> isOurs(p.pid())).toList();
    }

    /** A server process works in its cluster's folder, which identifies ours even if a process number was reused. */
    private boolean isOurs(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster)
                    && Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                            .startsWith("postgres");
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** The process number in the pid file; 0 if there is no readable file. */
    private long pid() throws IOException {
        String first = pidLines().stream().findFirst().orElse("").strip();
        return first.matches("\\d{1,10}") ? Long.parseLong(first) : 0;
    }

    private List<String> pidLines() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
