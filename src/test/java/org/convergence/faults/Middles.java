package org.convergence.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.convergence.testing.TestDatabase;

/** Holds each work of the week up in its middle, once it has written something and has more to write. */
final class Middles implements AutoCloseable {

    private static final int GATE = 4711;

    /** By table, the row before which it stops. */
    private static final Map<String, String> ROWS = Map.of(
            "plan.calendar_entry", "NEW.title = 'Rencontre 20'",
            "platform.mail_message", "NEW.recipient LIKE 'Titulaire%3@exemple.org'",
            "plan.mailbox_document", "true",
            "plan.actionplan_action", "NEW.text = 'Écrire une bande dessinée'");

    static final int ALL = ROWS.size();

    private final Connection gate;

    Middles(TestDatabase database) throws SQLException {
        gate = database.owner().connect();
        execute("""
                CREATE OR REPLACE FUNCTION platform.test_middle() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NEW; END $$
                """.formatted(GATE));
        for (Map.Entry<String, String> row : ROWS.entrySet()) {
            execute("CREATE TRIGGER a_middle BEFORE INSERT ON " + row.getKey() + " FOR EACH ROW WHEN (" + row.getValue()
                    + ") EXECUTE FUNCTION platform.test_middle()");
        }
        execute("SELECT pg_advisory_lock(" + GATE + ")");
    }

    /** Lets go on whatever still lives. */
    void open() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + GATE + ")");
    }

    /** How many are held up, or were and have not ended yet. */
    int reached() throws SQLException {
        try (Statement statement = gate.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND objid = " + GATE + " AND mode = 'ShareLock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String table : ROWS.keySet()) {
            execute("DROP TRIGGER a_middle ON " + table);
        }
        gate.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = gate.createStatement()) {
            statement.execute(sql);
        }
    }
}
