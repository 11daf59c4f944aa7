package org.convergence.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Access to the application's embedded database from outside. */
record BenchDatabase(Path dataDir) {

    /** A connection as administrator, without access checks. */
    Connection administrator(String database) throws SQLException, IOException {
        return connect(database, "convergence_admin", "administrator");
    }

    /** A connection as the application's role. */
    Connection application() throws SQLException, IOException {
        return connect("convergence", "convergence", "application");
    }

    String url(String database) throws IOException {
        String port =
                Files.readAllLines(dataDir.resolve("postgres/postmaster.pid")).get(3);
        return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/" + database;
    }

    String password(String role) throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(dataDir.resolve("postgres.passwords"))) {
            passwords.load(reader);
        }
        return passwords.getProperty(role, "");
    }

    /** The process id of the server. */
    long processId() throws IOException {
        return Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private Connection connect(String database, String user, String role) throws SQLException, IOException {
        return DriverManager.getConnection(url(database), user, password(role));
    }

    /** The only value of a query. */
    String queryValue(String sql) throws SQLException, IOException {
        try (Connection connection = administrator("convergence");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
