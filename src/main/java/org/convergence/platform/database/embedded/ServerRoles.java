package org.convergence.platform.database.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseUnavailable;

/** Creates the embedded server's two roles and its database where they are missing. */
record ServerRoles(DatabaseAddress administrator, ServerPasswords passwords) {

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
        statement.execute(
                (known ? "ALTER ROLE " : "CREATE ROLE ") + role + " LOGIN " + right + " PASSWORD '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
