package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's configuration files, rewritten before each start so that they match this version. */
final class ServerSettings {

    private ServerSettings() {}

    static void write(Path cluster, int port, boolean durable) throws IOException {
        String settings = resource("postgresql.conf") + "port = " + port + "\n";
        if (!durable) {
            settings += "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 100\n";
            // The client repeats the rounds at each connection: 4,096 of them took an eighth of the time of tests.
            settings += "scram_iterations = 1\n";
        }
        Files.writeString(cluster.resolve("postgresql.conf"), settings);
        Files.writeString(cluster.resolve("pg_hba.conf"), resource("pg_hba.conf"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ServerSettings.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing from this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
