package org.convergence.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;

/** A database of the same server for the time of a verification. Those left by killed processes are dropped. */
record ScratchDatabase(DatabaseAddress home, String name) implements AutoCloseable {

    private static final String INFIX = "_verify_";

    /** No scratch database can be created here. */
    static final class VerificationImpossible extends Refused {
        VerificationImpossible(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }
    }

    static ScratchDatabase create(DatabaseAddress home) {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
                throw new VerificationImpossible("backup.no-right-to-verify", home.user());
            }
            String prefix = home.database() + INFIX;
            for (String left : leftBehind(statement, prefix)) {
                statement.execute("DROP DATABASE IF EXISTS \"" + left + "\" WITH (FORCE)");
            }
            String name = prefix + Ids.next().toString().replace("-", "");
            statement.execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
            statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
            return new ScratchDatabase(home, name);
        } catch (SQLException e) {
            throw new VerificationImpossible("backup.no-room-to-verify", String.valueOf(e.getMessage()));
        }
    }

    DatabaseAddress owner() {
        return home.inDatabase(name);
    }

    @Override
    public void close() {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
        } catch (SQLException e) {
            // The next verification drops databases left behind.
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Iterable<String> leftBehind(Statement statement, String prefix) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE starts_with(datname, '"
                + prefix.replace("'", "''") + "') AND pg_get_userbyid(datdba) = current_user"
                + " AND datname NOT IN (SELECT datname FROM pg_stat_activity WHERE datname IS NOT NULL)")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
