package org.convergence.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.database.DatabaseAddress;

/**
 * A PostgreSQL server installed by the system's packages ({@code apt-get install postgresql}), as an organisation would
 * run it. Its tests are skipped where there is none.
 *
 * @param owner the role that owns the database, no superuser
 * @param application the application's role
 */
public record InstalledPostgres(Path programs, Path folder, DatabaseAddress owner, DatabaseAddress application)
        implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    public static InstalledPostgres start() throws IOException {
        Optional<Path> newest = newest();
        assumeThat(newest)
                .as("a PostgreSQL server is installed under " + VERSIONS)
                .isPresent();
        Path programs = newest.orElseThrow();
        Path folder = Files.createTempDirectory("installed-server");
        int port = FreePorts.next();
        run(List.of("chown", "postgres", folder.toString()));
        asPostgres(
                programs,
                "initdb",
                "-D",
                folder + "/data",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        asPostgres(
                programs,
                "pg_ctl",
                "-D",
                folder + "/data",
                "-l",
                folder + "/log",
                "-w",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        for (String sql : List.of(
                "CREATE ROLE keeper LOGIN CREATEDB",
                "CREATE ROLE worker LOGIN",
                "CREATE DATABASE solidarity OWNER keeper")) {
            asPostgres(programs, "psql", "-h", "127.0.0.1", "-p", String.valueOf(port), "-q", "-c", sql, "postgres");
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/solidarity";
        return new InstalledPostgres(
                programs, folder, new DatabaseAddress(url, "keeper", ""), new DatabaseAddress(url, "worker", ""));
    }

    /** An address as administrators write it. */
    public static String toUrl(DatabaseAddress address) {
        return address.url().replaceFirst("jdbc:postgresql://", "postgresql://" + address.user() + "@");
    }

    @Override
    public void close() {
        asPostgres(programs, "pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }

    private static Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(version -> Integer.parseInt(
                            String.valueOf(version.getFileName()).replaceAll("\\D.*", ""))))
                    .map(version -> version.resolve("bin"));
        }
    }

    /** The server refuses to run as root. */
    private static void asPostgres(Path programs, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
